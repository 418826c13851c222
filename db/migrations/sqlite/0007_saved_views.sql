CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`feed_hash` text,
	`feed_created_at` integer,
	`feed_used_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "saved_view_feed_made" CHECK(("saved_view"."feed_hash" is null) = ("saved_view"."feed_created_at" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_name` ON `saved_view` (`account_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_feed` ON `saved_view` (`feed_hash`);