CREATE INDEX "incident_merged_into" ON "incident" USING btree ("merged_into_id") WHERE "incident"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "not_same_decision_second" ON "not_same_decision" USING btree ("second_id");--> statement-breakpoint
CREATE INDEX "source_derivation_from" ON "source_derivation" USING btree ("from_id");