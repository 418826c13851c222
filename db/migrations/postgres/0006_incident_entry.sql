CREATE TABLE "incident_entry" (
	"number" integer PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"change" integer NOT NULL,
	"facts" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "incident_text" (
	"number" integer PRIMARY KEY NOT NULL,
	"open_words" text NOT NULL,
	"restricted_words" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "incident_entry" ADD CONSTRAINT "incident_entry_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_text" ADD CONSTRAINT "incident_text_number_incident_entry_number_fk" FOREIGN KEY ("number") REFERENCES "incident_entry"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "incident_entry_incident" ON "incident_entry" USING btree ("incident_id");--> statement-breakpoint
CREATE INDEX "incident_entry_change" ON "incident_entry" USING btree ("change","number");--> statement-breakpoint
-- Whole words without their places in the text: a phrase is looked for in the text itself, where no place is lost.
CREATE INDEX "incident_text_open" ON "incident_text" USING gin (array_to_tsvector(string_to_array("open_words", ' ')));
--> statement-breakpoint
CREATE INDEX "incident_text_restricted" ON "incident_text" USING gin (array_to_tsvector(string_to_array("restricted_words", ' ')));
