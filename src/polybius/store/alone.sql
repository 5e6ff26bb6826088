-- Incidents that one event reports: they say what it says (joining._of_several is the rule for more events). Sentences that may give two figures
-- for one thing are left to that rule. $contexts: all contexts in their order. $counted: words that stand in whatever is counted.
INSERT INTO incidents BY NAME
  SELECT j.incident AS id, e.type, e.mode, status, list_filter($contexts::VARCHAR[], lambda c: list_contains(e.contexts, c)) AS contexts,
    list_sort(actors) AS actors, list_sort(actor_sectors) AS actor_sectors, list_sort(actor_ids) AS actor_ids, list_sort(actor_names) AS actor_names,
    list_sort(recipients) AS recipients, list_sort(recipient_sectors) AS recipient_sectors, list_sort(recipient_ids) AS recipient_ids,
    list_sort(recipient_names) AS recipient_names, start_day, end_day, day_precision, day_basis, place, latitude, longitude, place_country,
    place_precision, w.score, w.quad, confidence, 1 AS events, 1 + coalesce(c.documents, 0) AS documents, 1 AS sources,
    e.document AS first_document, d.published AS first_published, sentence, []::VARCHAR[] AS differences
  FROM joined j JOIN events e ON e.id = j.event JOIN documents d ON d.id = e.document
  JOIN weighed w ON w.type = e.type AND w.mode IS NOT DISTINCT FROM e.mode
  LEFT JOIN (SELECT event, count(DISTINCT document) AS documents FROM witnesses GROUP BY event) c ON c.event = e.id
  WHERE j.size = 1 AND strlen(e.sentence) = length(e.sentence) AND NOT regexp_matches(lower(e.sentence), $counted);
