CREATE TABLE "data_import" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"format" text NOT NULL,
	"file_name" text NOT NULL,
	"file_size" integer NOT NULL,
	"sha256" text NOT NULL,
	"reading" text NOT NULL,
	"headers_digest" text NOT NULL,
	"mapping" text,
	"report" text,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"applied_at" bigint,
	"undone_at" bigint,
	CONSTRAINT "data_import_state" CHECK ("data_import"."state" in ('uploaded', 'applied', 'undone', 'cancelled')),
	CONSTRAINT "data_import_format" CHECK ("data_import"."format" in ('package', 'table'))
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"headers_digest" text PRIMARY KEY NOT NULL,
	"mapping" text NOT NULL,
	"updated_at" bigint NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imported_row" (
	"import_id" text NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"incident_id" text NOT NULL,
	"action" text NOT NULL,
	"version" integer NOT NULL,
	"row_key" text NOT NULL,
	"row_digest" text NOT NULL,
	"kept" text NOT NULL,
	CONSTRAINT "imported_row_import_id_file_line_pk" PRIMARY KEY("import_id","file","line"),
	CONSTRAINT "imported_row_action" CHECK ("imported_row"."action" in ('created', 'changed', 'unchanged'))
);
--> statement-breakpoint
CREATE TABLE "imported_thing" (
	"import_id" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"action" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "imported_thing_import_id_entity_entity_id_pk" PRIMARY KEY("import_id","entity","entity_id"),
	CONSTRAINT "imported_thing_entity" CHECK ("imported_thing"."entity" in ('source', 'location', 'link', 'not_same')),
	CONSTRAINT "imported_thing_action" CHECK ("imported_thing"."action" in ('created', 'changed', 'unchanged'))
);
--> statement-breakpoint
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_import_id_data_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "data_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_row" ADD CONSTRAINT "imported_row_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_thing" ADD CONSTRAINT "imported_thing_import_id_data_import_id_fk" FOREIGN KEY ("import_id") REFERENCES "data_import"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_import_created" ON "data_import" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "imported_row_key" ON "imported_row" USING btree ("row_key");--> statement-breakpoint
CREATE INDEX "imported_row_incident" ON "imported_row" USING btree ("incident_id");