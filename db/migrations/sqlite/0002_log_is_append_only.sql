-- The one change of an entry: a purge empties its content, and with it the salt that would let one guess it.
CREATE TRIGGER `revision_not_altered` BEFORE UPDATE ON `revision`
WHEN old.`payload` IS NULL OR new.`payload` IS NOT NULL OR new.`salt` <> ''
  OR new.`seq` IS NOT old.`seq` OR new.`at` IS NOT old.`at` OR new.`actor` IS NOT old.`actor`
  OR new.`action` IS NOT old.`action` OR new.`entity` IS NOT old.`entity` OR new.`entity_id` IS NOT old.`entity_id`
  OR new.`version` IS NOT old.`version` OR new.`reason` IS NOT old.`reason` OR new.`origin` IS NOT old.`origin`
  OR new.`payload_digest` IS NOT old.`payload_digest` OR new.`previous_hash` IS NOT old.`previous_hash`
  OR new.`hash` IS NOT old.`hash`
BEGIN
  SELECT raise(ABORT, 'an entry of the log cannot be changed');
END;
--> statement-breakpoint
CREATE TRIGGER `revision_not_deleted` BEFORE DELETE ON `revision`
BEGIN
  SELECT raise(ABORT, 'an entry of the log cannot be deleted');
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER `revision_not_replaced` BEFORE INSERT ON `revision`
WHEN new.`seq` <> coalesce((SELECT max(`seq`) FROM `revision`), 0) + 1
BEGIN
  SELECT raise(ABORT, 'an entry of the log can only be appended');
END;
--> statement-breakpoint
-- Kept from now on with every entry, so that a log whose end was cut off is noticed.
INSERT INTO `ledger_state` (`key`, `value`)
SELECT 'log_head', `seq` || ' ' || `hash` FROM `revision` ORDER BY `seq` DESC LIMIT 1;
