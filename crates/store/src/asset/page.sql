SELECT *
FROM asset
WHERE (:filter = 'any'
        OR (:filter = 'unassigned' AND zone_id IS NULL)
        OR (:filter = 'in' AND zone_id IN (SELECT value FROM json_each(:zones))))
    AND (:type IS NULL OR asset_type = :type)
    AND (:search = '' OR asset_matches(:search, name, asset_type, fields, extra))
ORDER BY /*sort*/ asset.name COLLATE NOCASE, asset.id
LIMIT :limit OFFSET :offset
