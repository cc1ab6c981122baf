-- Taken out by the user: kept for a while, so that it can be undone.
ALTER TABLE sessions ADD COLUMN deleted_at TEXT;
