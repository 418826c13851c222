CREATE TABLE `incident_block` (
	`number` integer PRIMARY KEY NOT NULL,
	`packed` blob NOT NULL
) STRICT;
--> statement-breakpoint
-- Whoever changes an entry takes its block away, whatever program it is; 256 is the size of a block.
CREATE TRIGGER `incident_entry_inserted` AFTER INSERT ON `incident_entry` BEGIN
	DELETE FROM `incident_block` WHERE `number` = new.`number` / 256;
END;
--> statement-breakpoint
CREATE TRIGGER `incident_entry_deleted` AFTER DELETE ON `incident_entry` BEGIN
	DELETE FROM `incident_block` WHERE `number` = old.`number` / 256;
END;
--> statement-breakpoint
CREATE TRIGGER `incident_entry_updated` AFTER UPDATE ON `incident_entry`
WHEN new.`facts` IS NOT old.`facts` OR new.`number` IS NOT old.`number`
BEGIN
	DELETE FROM `incident_block` WHERE `number` IN (old.`number` / 256, new.`number` / 256);
END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER `incident_entry_replaced` BEFORE INSERT ON `incident_entry` BEGIN
	DELETE FROM `incident_block` WHERE `number` = (
		SELECT `number` / 256 FROM `incident_entry` WHERE `incident_id` = new.`incident_id` AND `number` <> new.`number`
	);
END;
