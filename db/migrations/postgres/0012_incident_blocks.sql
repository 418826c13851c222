CREATE TABLE "incident_block" (
	"number" integer PRIMARY KEY NOT NULL,
	"packed" "bytea" NOT NULL
);
--> statement-breakpoint
-- They are packed already, and to unpack them would take longer than to read them.
ALTER TABLE "incident_block" ALTER COLUMN "packed" SET STORAGE EXTERNAL;
--> statement-breakpoint
-- Whoever changes an entry takes its block away, whatever program it is; 256 is the size of a block.
CREATE FUNCTION "take_incident_block"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN
    DELETE FROM "incident_block" WHERE "number" = new."number" / 256;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM "incident_block" WHERE "number" = old."number" / 256;
  END IF;
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE FUNCTION "take_incident_blocks"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "incident_block";
  RETURN NULL;
END;
$$;
--> statement-breakpoint
CREATE TRIGGER "incident_entry_put" AFTER INSERT OR DELETE ON "incident_entry" FOR EACH ROW
EXECUTE FUNCTION "take_incident_block"();
--> statement-breakpoint
CREATE TRIGGER "incident_entry_updated" AFTER UPDATE ON "incident_entry" FOR EACH ROW
WHEN ((new."facts", new."number") IS DISTINCT FROM (old."facts", old."number"))
EXECUTE FUNCTION "take_incident_block"();
--> statement-breakpoint
CREATE TRIGGER "incident_entry_truncated" AFTER TRUNCATE ON "incident_entry" FOR EACH STATEMENT
EXECUTE FUNCTION "take_incident_blocks"();
