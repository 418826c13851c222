CREATE FUNCTION "refuse_change_of_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an entry of the log cannot be changed or deleted';
END;
$$;
--> statement-breakpoint
-- The one change of an entry: a purge empties its content, and with it the salt that would let one guess it.
CREATE TRIGGER "revision_not_altered" BEFORE UPDATE ON "revision" FOR EACH ROW
WHEN (old."payload" IS NULL OR new."payload" IS NOT NULL OR new."salt" <> ''
  OR (new."seq", new."at", new."actor", new."action", new."entity", new."entity_id", new."version", new."reason", new."origin", new."payload_digest", new."previous_hash", new."hash")
    IS DISTINCT FROM
    (old."seq", old."at", old."actor", old."action", old."entity", old."entity_id", old."version", old."reason", old."origin", old."payload_digest", old."previous_hash", old."hash"))
EXECUTE FUNCTION "refuse_change_of_log"();
--> statement-breakpoint
CREATE TRIGGER "revision_not_deleted" BEFORE DELETE ON "revision" FOR EACH ROW
EXECUTE FUNCTION "refuse_change_of_log"();
--> statement-breakpoint
CREATE TRIGGER "revision_not_truncated" BEFORE TRUNCATE ON "revision" FOR EACH STATEMENT
EXECUTE FUNCTION "refuse_change_of_log"();
--> statement-breakpoint
-- Kept from now on with every entry, so that a log whose end was cut off is noticed.
INSERT INTO "ledger_state" ("key", "value")
SELECT 'log_head', "seq" || ' ' || "hash" FROM "revision" ORDER BY "seq" DESC LIMIT 1;
