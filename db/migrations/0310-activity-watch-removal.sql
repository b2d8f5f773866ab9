-- A folder that is watched no longer stays for the sake of what its log tells.
ALTER TABLE activity_watch_folders ADD COLUMN removed_at TEXT;
