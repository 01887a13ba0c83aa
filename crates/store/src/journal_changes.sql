SELECT table_name, row_key, before, after FROM change WHERE operation = ?1 ORDER BY sequence
