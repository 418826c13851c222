CREATE TABLE `article_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`version` integer NOT NULL,
	`article` text NOT NULL,
	`text` text NOT NULL,
	`cases` text NOT NULL,
	`keep` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_draft_of` ON `article_draft` (`account_id`,`updated_at`);