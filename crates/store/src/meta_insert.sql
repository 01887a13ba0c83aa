INSERT INTO meta (one, site_id, created_by, created_at, minimum_writer, minimum_program) VALUES (1, ?1, ?2, ?3, ?4, ?5)
