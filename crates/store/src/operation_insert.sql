INSERT INTO operation (sequence, kind, label, who, at, target, previous_hash, hash)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
