ALTER TABLE `publication_record` ADD `asked` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `publication_record` ADD `links` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `publication_record` ADD `taken_off_at` integer;--> statement-breakpoint
ALTER TABLE `verified_version` ADD `edition` integer;--> statement-breakpoint
ALTER TABLE `verified_version` ADD `published_at` integer;--> statement-breakpoint
ALTER TABLE `verified_version` ADD `closed` text DEFAULT '[]' NOT NULL;