CREATE TABLE `access_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`detail` text NOT NULL,
	`address` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `access_entry_at` ON `access_entry` (`at`,`id`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`role` text NOT NULL,
	`banned` integer DEFAULT false NOT NULL,
	`ban_reason` text,
	`ban_expires` integer,
	`two_factor_enabled` integer DEFAULT false NOT NULL,
	CONSTRAINT "account_role" CHECK("account"."role" in ('viewer', 'researcher', 'reviewer', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_email` ON `account` (`email`);--> statement-breakpoint
CREATE TABLE `account_session` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`impersonated_by` text,
	FOREIGN KEY (`user_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_session_token` ON `account_session` (`token`);--> statement-breakpoint
CREATE INDEX `account_session_of` ON `account_session` (`user_id`);--> statement-breakpoint
CREATE TABLE `account_verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_verification_of` ON `account_verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `api_token` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_token_hash` ON `api_token` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_token_of` ON `api_token` (`account_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`incident_id` text NOT NULL,
	`claim_id` text,
	`author_id` text NOT NULL,
	`at` integer NOT NULL,
	`body` text NOT NULL,
	`mentions` text NOT NULL,
	`resolved_at` integer,
	`resolved_by` text,
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `comment_of` ON `comment` (`incident_id`,`at`);--> statement-breakpoint
CREATE TABLE `account_credential` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_credential_of` ON `account_credential` (`user_id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`role` text NOT NULL,
	`email` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`withdrawn_at` integer,
	CONSTRAINT "invitation_role" CHECK("invitation"."role" in ('viewer', 'researcher', 'reviewer', 'admin'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`token_hash`);--> statement-breakpoint
CREATE TABLE `kept_mark` (
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`digest` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	PRIMARY KEY(`entity`, `entity_id`, `kind`, `digest`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `publication_record` (
	`incident_id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`verified_number` integer NOT NULL,
	`edition` integer NOT NULL,
	`reason` text NOT NULL,
	`pending` integer NOT NULL,
	`first_published_at` integer NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text NOT NULL,
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "publication_record_state" CHECK("publication_record"."state" in ('public', 'withdrawn', 'retracted'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `publication_record_pending` ON `publication_record` (`pending`);--> statement-breakpoint
CREATE TABLE `published_edition` (
	`incident_id` text NOT NULL,
	`edition` integer NOT NULL,
	`published_at` integer NOT NULL,
	`document` text NOT NULL,
	`sources` text NOT NULL,
	PRIMARY KEY(`incident_id`, `edition`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `account_second_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT true NOT NULL,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `account_second_factor_of` ON `account_second_factor` (`user_id`);--> statement-breakpoint
CREATE TABLE `throttle` (
	`key` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`since` integer NOT NULL,
	`blocked_until` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `tombstone` (
	`ref` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `verified_version` (
	`incident_id` text NOT NULL,
	`number` integer NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`sources` text NOT NULL,
	`verified_at` integer NOT NULL,
	`verified_by` text NOT NULL,
	`by_same_person` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `number`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
ALTER TABLE `incident` ADD `assignee_id` text;--> statement-breakpoint
ALTER TABLE `incident` ADD `edited_by` text;--> statement-breakpoint
ALTER TABLE `incident` ADD `edited_at` integer;--> statement-breakpoint
ALTER TABLE `incident` ADD `verified_number` integer;--> statement-breakpoint
CREATE INDEX `incident_review` ON `incident` (`review_status`,`edited_at`);--> statement-breakpoint
ALTER TABLE `revision` ADD `origin` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `revision_actor` ON `revision` (`actor`,`seq`);--> statement-breakpoint
CREATE INDEX `revision_action` ON `revision` (`action`,`seq`);--> statement-breakpoint
UPDATE `incident` SET
	`edited_by` = (SELECT r.`actor` FROM `revision` r WHERE r.`entity` = 'incident' AND r.`entity_id` = `incident`.`id` AND r.`action` IN ('log', 'revise', 'attach_claims', 'assess_claim') ORDER BY r.`seq` DESC LIMIT 1),
	`edited_at` = (SELECT r.`at` FROM `revision` r WHERE r.`entity` = 'incident' AND r.`entity_id` = `incident`.`id` AND r.`action` IN ('log', 'revise', 'attach_claims', 'assess_claim') ORDER BY r.`seq` DESC LIMIT 1);