CREATE TABLE `data_import` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`format` text NOT NULL,
	`file_name` text NOT NULL,
	`file_size` integer NOT NULL,
	`sha256` text NOT NULL,
	`reading` text NOT NULL,
	`headers_digest` text NOT NULL,
	`mapping` text,
	`report` text,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`applied_at` integer,
	`undone_at` integer,
	CONSTRAINT "data_import_state" CHECK("data_import"."state" in ('uploaded', 'applied', 'undone', 'cancelled')),
	CONSTRAINT "data_import_format" CHECK("data_import"."format" in ('package', 'table'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `data_import_created` ON `data_import` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `import_mapping` (
	`headers_digest` text PRIMARY KEY NOT NULL,
	`mapping` text NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `imported_row` (
	`import_id` text NOT NULL,
	`file` text NOT NULL,
	`line` integer NOT NULL,
	`incident_id` text NOT NULL,
	`action` text NOT NULL,
	`version` integer NOT NULL,
	`row_key` text NOT NULL,
	`row_digest` text NOT NULL,
	`kept` text NOT NULL,
	PRIMARY KEY(`import_id`, `file`, `line`),
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imported_row_action" CHECK("imported_row"."action" in ('created', 'changed', 'unchanged'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `imported_row_key` ON `imported_row` (`row_key`);--> statement-breakpoint
CREATE INDEX `imported_row_incident` ON `imported_row` (`incident_id`);--> statement-breakpoint
CREATE TABLE `imported_thing` (
	`import_id` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`action` text NOT NULL,
	`version` integer NOT NULL,
	PRIMARY KEY(`import_id`, `entity`, `entity_id`),
	FOREIGN KEY (`import_id`) REFERENCES `data_import`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imported_thing_entity" CHECK("imported_thing"."entity" in ('source', 'location', 'link', 'not_same')),
	CONSTRAINT "imported_thing_action" CHECK("imported_thing"."action" in ('created', 'changed', 'unchanged'))
) STRICT;
