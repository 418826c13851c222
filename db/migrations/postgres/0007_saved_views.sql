CREATE TABLE "saved_view" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"feed_hash" text,
	"feed_created_at" bigint,
	"feed_used_at" bigint,
	CONSTRAINT "saved_view_feed_made" CHECK (("saved_view"."feed_hash" is null) = ("saved_view"."feed_created_at" is null))
);
--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("account_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_feed" ON "saved_view" USING btree ("feed_hash");