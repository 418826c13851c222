CREATE TABLE "article_draft" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"version" integer NOT NULL,
	"article" text NOT NULL,
	"text" text NOT NULL,
	"cases" text NOT NULL,
	"keep" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_draft" ADD CONSTRAINT "article_draft_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_draft_of" ON "article_draft" USING btree ("account_id","updated_at");