-- Where to go on after a crash, and with what.
ALTER TABLE sessions ADD COLUMN presets TEXT NOT NULL DEFAULT '{}';   -- JSON: those that the workout names, as a file says them
ALTER TABLE sessions ADD COLUMN spot TEXT;                            -- JSON: the rep with which the last run began
ALTER TABLE sessions ADD COLUMN reps_before INTEGER NOT NULL DEFAULT 0;  -- how many rows of reps there were then
ALTER TABLE sessions ADD COLUMN tempos TEXT NOT NULL DEFAULT '{}';    -- JSON: as the runner changed them, by exercise block
ALTER TABLE sessions ADD COLUMN pace INTEGER NOT NULL DEFAULT 100;    -- percent
