ALTER TABLE "publication_record" ADD COLUMN "asked" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_record" ADD COLUMN "links" text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "publication_record" ADD COLUMN "taken_off_at" bigint;--> statement-breakpoint
ALTER TABLE "verified_version" ADD COLUMN "edition" integer;--> statement-breakpoint
ALTER TABLE "verified_version" ADD COLUMN "published_at" bigint;--> statement-breakpoint
ALTER TABLE "verified_version" ADD COLUMN "closed" text DEFAULT '[]' NOT NULL;