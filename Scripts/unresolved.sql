SELECT matter.reference, matter.label, matter.text, matter.subject, matter.addressedTo,
  matter.responsible, matter.raised, standing.completedOn,
  iif(standing.settledOn <= :day, standing.state, NULL),
  ifnull(standing.answer, standing.response), standing.updated, matter.body, matter.minute,
  document.name, record.firstLine, record.lastLine, record.localId, matter.id
FROM matter
LEFT JOIN standing ON standing.matterId = matter.id AND standing.settledOn IS NOT NULL
LEFT JOIN matterMember ON matterMember.matterId = matter.id AND matterMember.position = 0
LEFT JOIN record ON record.id = matterMember.recordId
LEFT JOIN document ON document.id = record.documentId
WHERE matter.kind = 'request' AND ifnull(standing.knownOn, '') <= :day
  AND NOT (ifnull(standing.state, '') IN ('completed', 'withdrawn', 'discontinued') AND standing.settledOn <= :day)
ORDER BY matter.raised, matter.body, matter.minute, matter.label, matter.text, matter.id;
