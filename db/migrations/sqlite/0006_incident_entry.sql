CREATE TABLE `incident_entry` (
	`number` integer PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`change` integer NOT NULL,
	`facts` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_entry_incident` ON `incident_entry` (`incident_id`);--> statement-breakpoint
CREATE INDEX `incident_entry_change` ON `incident_entry` (`change`,`number`);--> statement-breakpoint
CREATE TABLE `incident_text` (
	`number` integer PRIMARY KEY NOT NULL,
	`open_words` text NOT NULL,
	`restricted_words` text NOT NULL,
	FOREIGN KEY (`number`) REFERENCES `incident_entry`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;

--> statement-breakpoint
-- The words are ours, one space apart; `ascii` takes them as they are, where unicode61 would part and fold them anew.
CREATE VIRTUAL TABLE `incident_search` USING fts5(
	`open_words`, `restricted_words`,
	content='incident_text', content_rowid='number', tokenize='ascii'
);
--> statement-breakpoint
-- Words that were taken out are not left in the index until its next merge.
INSERT INTO `incident_search` (`incident_search`, `rank`) VALUES ('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `incident_text_inserted` AFTER INSERT ON `incident_text` BEGIN
	INSERT INTO `incident_search` (rowid, `open_words`, `restricted_words`) VALUES (new.`number`, new.`open_words`, new.`restricted_words`);
END;
--> statement-breakpoint
CREATE TRIGGER `incident_text_deleted` AFTER DELETE ON `incident_text` BEGIN
	INSERT INTO `incident_search` (`incident_search`, rowid, `open_words`, `restricted_words`) VALUES ('delete', old.`number`, old.`open_words`, old.`restricted_words`);
END;
--> statement-breakpoint
CREATE TRIGGER `incident_text_updated` AFTER UPDATE ON `incident_text` BEGIN
	INSERT INTO `incident_search` (`incident_search`, rowid, `open_words`, `restricted_words`) VALUES ('delete', old.`number`, old.`open_words`, old.`restricted_words`);
	INSERT INTO `incident_search` (rowid, `open_words`, `restricted_words`) VALUES (new.`number`, new.`open_words`, new.`restricted_words`);
END;
