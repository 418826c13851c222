CREATE TABLE "access_entry" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"detail" text NOT NULL,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean NOT NULL,
	"image" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"role" text NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" bigint,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "account_role" CHECK ("account"."role" in ('viewer', 'researcher', 'reviewer', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "account_session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"impersonated_by" text
);
--> statement-breakpoint
CREATE TABLE "account_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_token" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" text NOT NULL,
	"scopes" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" text PRIMARY KEY NOT NULL,
	"incident_id" text NOT NULL,
	"claim_id" text,
	"author_id" text NOT NULL,
	"at" bigint NOT NULL,
	"body" text NOT NULL,
	"mentions" text NOT NULL,
	"resolved_at" bigint,
	"resolved_by" text
);
--> statement-breakpoint
CREATE TABLE "account_credential" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" bigint,
	"refresh_token_expires_at" bigint,
	"scope" text,
	"password" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" text PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"role" text NOT NULL,
	"email" text NOT NULL,
	"created_at" bigint NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"withdrawn_at" bigint,
	CONSTRAINT "invitation_role" CHECK ("invitation"."role" in ('viewer', 'researcher', 'reviewer', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "kept_mark" (
	"entity" text NOT NULL,
	"entity_id" text NOT NULL,
	"digest" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL,
	"by" text NOT NULL,
	CONSTRAINT "kept_mark_entity_entity_id_kind_digest_pk" PRIMARY KEY("entity","entity_id","kind","digest")
);
--> statement-breakpoint
CREATE TABLE "publication_record" (
	"incident_id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"verified_number" integer NOT NULL,
	"edition" integer NOT NULL,
	"reason" text NOT NULL,
	"pending" boolean NOT NULL,
	"first_published_at" bigint NOT NULL,
	"published_at" bigint NOT NULL,
	"published_by" text NOT NULL,
	CONSTRAINT "publication_record_state" CHECK ("publication_record"."state" in ('public', 'withdrawn', 'retracted'))
);
--> statement-breakpoint
CREATE TABLE "published_edition" (
	"incident_id" text NOT NULL,
	"edition" integer NOT NULL,
	"published_at" bigint NOT NULL,
	"document" text NOT NULL,
	"sources" text NOT NULL,
	CONSTRAINT "published_edition_incident_id_edition_pk" PRIMARY KEY("incident_id","edition")
);
--> statement-breakpoint
CREATE TABLE "account_second_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" bigint
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"since" bigint NOT NULL,
	"blocked_until" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tombstone" (
	"ref" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verified_version" (
	"incident_id" text NOT NULL,
	"number" integer NOT NULL,
	"version" integer NOT NULL,
	"document" text NOT NULL,
	"sources" text NOT NULL,
	"verified_at" bigint NOT NULL,
	"verified_by" text NOT NULL,
	"by_same_person" boolean NOT NULL,
	CONSTRAINT "verified_version_incident_id_number_pk" PRIMARY KEY("incident_id","number")
);
--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "assignee_id" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "edited_by" text;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "edited_at" bigint;--> statement-breakpoint
ALTER TABLE "incident" ADD COLUMN "verified_number" integer;--> statement-breakpoint
ALTER TABLE "revision" ADD COLUMN "origin" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_credential" ADD CONSTRAINT "account_credential_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_record" ADD CONSTRAINT "publication_record_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_edition" ADD CONSTRAINT "published_edition_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_second_factor" ADD CONSTRAINT "account_second_factor_user_id_account_id_fk" FOREIGN KEY ("user_id") REFERENCES "account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verified_version" ADD CONSTRAINT "verified_version_incident_id_incident_id_fk" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_entry_at" ON "access_entry" USING btree ("at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "account_session_token" ON "account_session" USING btree ("token");--> statement-breakpoint
CREATE INDEX "account_session_of" ON "account_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "account_verification_of" ON "account_verification" USING btree ("identifier");--> statement-breakpoint
CREATE UNIQUE INDEX "api_token_hash" ON "api_token" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_token_of" ON "api_token" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "comment_of" ON "comment" USING btree ("incident_id","at");--> statement-breakpoint
CREATE INDEX "account_credential_of" ON "account_credential" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitation_token" ON "invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "publication_record_pending" ON "publication_record" USING btree ("pending");--> statement-breakpoint
CREATE INDEX "account_second_factor_of" ON "account_second_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "incident_review" ON "incident" USING btree ("review_status","edited_at");--> statement-breakpoint
CREATE INDEX "revision_actor" ON "revision" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "revision_action" ON "revision" USING btree ("action","seq");--> statement-breakpoint
UPDATE "incident" SET
	"edited_by" = (SELECT r."actor" FROM "revision" r WHERE r."entity" = 'incident' AND r."entity_id" = "incident"."id" AND r."action" IN ('log', 'revise', 'attach_claims', 'assess_claim') ORDER BY r."seq" DESC LIMIT 1),
	"edited_at" = (SELECT r."at" FROM "revision" r WHERE r."entity" = 'incident' AND r."entity_id" = "incident"."id" AND r."action" IN ('log', 'revise', 'attach_claims', 'assess_claim') ORDER BY r."seq" DESC LIMIT 1);