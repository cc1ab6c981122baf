-- What was done. A session's number only ever grows: it tells the order, as clocks can be set back.
-- Times are ISO 8601 with the offset from UTC that held there and then.
CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    workout TEXT NOT NULL,
    text TEXT NOT NULL,              -- the workout file as it was
    started_at TEXT NOT NULL,
    zone TEXT NOT NULL,              -- what the time zone was called
    ended_at TEXT,                   -- while it runs: the last sign of life
    lasted_ms INTEGER NOT NULL,      -- by a clock that nobody sets
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'ended', 'interrupted')),
    effort INTEGER CHECK (effort BETWEEN 0 AND 10),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT ''
);

-- What was asked: a side of an exercise block; no reps: as many as one can.
CREATE TABLE plan (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    item INTEGER NOT NULL,
    exercise TEXT NOT NULL,
    name TEXT NOT NULL,
    side TEXT NOT NULL,
    reps INTEGER,
    UNIQUE (session, item, side)
);

-- Each rep as it was performed, also those performed again.
CREATE TABLE reps (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    item INTEGER NOT NULL,
    round INTEGER NOT NULL,          -- 0: not in a circuit
    set_in_round INTEGER NOT NULL,
    side TEXT NOT NULL,
    rep INTEGER NOT NULL,
    tempo TEXT,                      -- none: a hold
    duration_ms INTEGER NOT NULL,
    ended_at TEXT NOT NULL
);
CREATE INDEX reps_of_session ON reps (session);

-- Their sums, a side of a set: what is looked at.
CREATE TABLE sets (
    id INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
    item INTEGER NOT NULL,
    round INTEGER NOT NULL,
    set_in_round INTEGER NOT NULL,
    number INTEGER NOT NULL,         -- counted on through the rounds
    exercise TEXT NOT NULL,
    name TEXT NOT NULL,
    side TEXT NOT NULL,
    planned_reps INTEGER,
    done_reps INTEGER NOT NULL,      -- each counted once
    tempo TEXT,                      -- of the last rep
    tension_ms INTEGER NOT NULL,     -- of all that were performed
    load TEXT,
    started_at TEXT NOT NULL,
    UNIQUE (session, item, round, set_in_round, side)
);
