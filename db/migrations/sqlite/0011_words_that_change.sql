-- Who changes the words of an incident tells the search index which of them, since most stay where they are.
DROP TRIGGER `incident_text_updated`;
