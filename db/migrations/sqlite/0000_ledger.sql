CREATE TABLE `claim` (
	`id` text NOT NULL,
	`incident_id` text NOT NULL,
	`position` integer NOT NULL,
	`source_id` text NOT NULL,
	`group_id` text,
	`event_id` text,
	`field` text NOT NULL,
	`low` integer,
	`best` integer,
	`high` integer,
	`date_text` text DEFAULT '' NOT NULL,
	`date_earliest` text,
	`date_latest` text,
	`date_kind` text,
	`date_basis` text,
	`date_precision` integer,
	`place_role` text,
	`location_id` text,
	`modality` text,
	`status` text,
	`scope` text NOT NULL,
	`scope_text` text NOT NULL,
	`statement` text NOT NULL,
	`quote` text NOT NULL,
	`locator` text NOT NULL,
	`credibility` integer,
	`assessment` text NOT NULL,
	`acknowledged` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`,`group_id`) REFERENCES `people_group`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`,`event_id`) REFERENCES `event`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "claim_count" CHECK(coalesce("claim"."low", 0) >= 0 and coalesce("claim"."low", 0) <= coalesce("claim"."best", "claim"."high", "claim"."low", 0) and coalesce("claim"."best", "claim"."low", 0) <= coalesce("claim"."high", "claim"."best", "claim"."low", 0)),
	CONSTRAINT "claim_date_order" CHECK("claim"."date_earliest" is null or "claim"."date_latest" is null or "claim"."date_earliest" <= "claim"."date_latest"),
	CONSTRAINT "claim_date_days" CHECK(("claim"."date_earliest" is null or length("claim"."date_earliest") = 10) and ("claim"."date_latest" is null or length("claim"."date_latest") = 10)),
	CONSTRAINT "claim_date_kind" CHECK("claim"."date_kind" in ('within', 'span')),
	CONSTRAINT "claim_date_basis" CHECK("claim"."date_basis" in ('stated', 'derived', 'estimated')),
	CONSTRAINT "claim_field" CHECK("claim"."field" in ('count', 'date', 'place', 'modality', 'status', 'statement')),
	CONSTRAINT "claim_scope" CHECK("claim"."scope" in ('whole', 'part', 'unknown')),
	CONSTRAINT "claim_assessment" CHECK("claim"."assessment" in ('accepted', 'conflict', 'work_needed', 'rejected')),
	CONSTRAINT "claim_place_role" CHECK("claim"."place_role" in ('at', 'from', 'to')),
	CONSTRAINT "claim_modality" CHECK("claim"."modality" in ('reported', 'unconfirmed', 'anticipated', 'denied')),
	CONSTRAINT "claim_status" CHECK("claim"."status" in ('died', 'disappeared', 'deported', 'deportation_ordered', 'sentenced', 'charged', 'held', 'arrested', 'escaped', 'released', 'resettled', 'unknown')),
	CONSTRAINT "claim_credibility" CHECK("claim"."credibility" in (1, 2, 3, 4, 5, 6)),
	CONSTRAINT "claim_place_whole" CHECK(("claim"."location_id" is null) = ("claim"."place_role" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `claim_source` ON `claim` (`source_id`,`incident_id`);--> statement-breakpoint
CREATE TABLE `event` (
	`id` text NOT NULL,
	`incident_id` text NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`modality` text NOT NULL,
	`date_text` text DEFAULT '' NOT NULL,
	`date_earliest` text,
	`date_latest` text,
	`date_kind` text,
	`date_basis` text,
	`date_precision` integer,
	`description` text NOT NULL,
	`current_modality` text NOT NULL,
	`current_earliest` text,
	`current_latest` text,
	PRIMARY KEY(`incident_id`, `id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_type" CHECK("event"."type" in ('arrest', 'detention', 'transfer', 'interrogation', 'consular_visit', 'charge', 'sentencing', 'deportation', 'release', 'escape', 'death_in_custody', 'death', 'disappearance', 'hospitalisation', 'resettlement', 'statement', 'other')),
	CONSTRAINT "event_modality" CHECK("event"."modality" in ('reported', 'unconfirmed', 'anticipated', 'denied')),
	CONSTRAINT "event_current_modality" CHECK("event"."current_modality" in ('reported', 'unconfirmed', 'anticipated', 'denied')),
	CONSTRAINT "event_date_order" CHECK("event"."date_earliest" is null or "event"."date_latest" is null or "event"."date_earliest" <= "event"."date_latest"),
	CONSTRAINT "event_date_days" CHECK(("event"."date_earliest" is null or length("event"."date_earliest") = 10) and ("event"."date_latest" is null or length("event"."date_latest") = 10)),
	CONSTRAINT "event_date_kind" CHECK("event"."date_kind" in ('within', 'span')),
	CONSTRAINT "event_date_basis" CHECK("event"."date_basis" in ('stated', 'derived', 'estimated'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_type_of` ON `event` (`type`,`current_modality`,`incident_id`);--> statement-breakpoint
CREATE TABLE `event_group` (
	`incident_id` text NOT NULL,
	`event_id` text NOT NULL,
	`group_id` text NOT NULL,
	`low` integer,
	`best` integer,
	`high` integer,
	PRIMARY KEY(`incident_id`, `event_id`, `group_id`),
	FOREIGN KEY (`incident_id`,`event_id`) REFERENCES `event`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`,`group_id`) REFERENCES `people_group`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_group_count" CHECK(coalesce("event_group"."low", 0) >= 0 and coalesce("event_group"."low", 0) <= coalesce("event_group"."best", "event_group"."high", "event_group"."low", 0) and coalesce("event_group"."best", "event_group"."low", 0) <= coalesce("event_group"."high", "event_group"."best", "event_group"."low", 0))
) STRICT;
--> statement-breakpoint
CREATE TABLE `event_place` (
	`incident_id` text NOT NULL,
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`location_id` text NOT NULL,
	`country_id` text NOT NULL,
	`province_id` text,
	`typed` integer NOT NULL,
	`current` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `event_id`, `role`, `location_id`),
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`,`event_id`) REFERENCES `event`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "event_place_role" CHECK("event_place"."role" in ('at', 'from', 'to'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `event_place_province` ON `event_place` (`province_id`,`incident_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_place_country` ON `event_place` (`country_id`,`incident_id`,`event_id`);--> statement-breakpoint
CREATE INDEX `event_place_location` ON `event_place` (`location_id`,`incident_id`);--> statement-breakpoint
CREATE TABLE `incident` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`version` integer NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`review_status` text NOT NULL,
	`publication` text NOT NULL,
	`retracted_reason` text,
	`merged_into_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`date_text` text DEFAULT '' NOT NULL,
	`date_earliest` text,
	`date_latest` text,
	`date_kind` text,
	`date_basis` text,
	`date_precision` integer,
	`headline` text NOT NULL,
	`persons_low` integer,
	`persons_best` integer,
	`persons_high` integer,
	`helpers_low` integer,
	`helpers_best` integer,
	`helpers_high` integer,
	`status` text NOT NULL,
	`status_rank` integer NOT NULL,
	`corroboration` text NOT NULL,
	`corroboration_rank` integer NOT NULL,
	`review_rank` integer NOT NULL,
	`source_count` integer NOT NULL,
	`independent_count` integer NOT NULL,
	`sort_date` text,
	`sort_title` text NOT NULL,
	`sort_people` integer,
	`sort_provinces` text,
	`sort_roles` text,
	`sort_nationalities` text,
	`sort_types` text,
	`search_text` text NOT NULL,
	FOREIGN KEY (`merged_into_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incident_review_status" CHECK("incident"."review_status" in ('draft', 'in_review', 'verified', 'disputed', 'retracted')),
	CONSTRAINT "incident_publication" CHECK("incident"."publication" in ('internal', 'public')),
	CONSTRAINT "incident_status" CHECK("incident"."status" in ('died', 'disappeared', 'deported', 'deportation_ordered', 'sentenced', 'charged', 'held', 'arrested', 'escaped', 'released', 'resettled', 'unknown')),
	CONSTRAINT "incident_corroboration" CHECK("incident"."corroboration" in ('contested', 'acknowledged', 'corroborated', 'single_source', 'unsourced')),
	CONSTRAINT "incident_version" CHECK("incident"."version" >= 1),
	CONSTRAINT "incident_retracted_with_reason" CHECK("incident"."review_status" <> 'retracted' or length("incident"."retracted_reason") > 0),
	CONSTRAINT "incident_not_merged_into_itself" CHECK("incident"."merged_into_id" <> "incident"."id"),
	CONSTRAINT "incident_date_order" CHECK("incident"."date_earliest" is null or "incident"."date_latest" is null or "incident"."date_earliest" <= "incident"."date_latest"),
	CONSTRAINT "incident_date_days" CHECK(("incident"."date_earliest" is null or length("incident"."date_earliest") = 10) and ("incident"."date_latest" is null or length("incident"."date_latest") = 10)),
	CONSTRAINT "incident_date_kind" CHECK("incident"."date_kind" in ('within', 'span')),
	CONSTRAINT "incident_date_basis" CHECK("incident"."date_basis" in ('stated', 'derived', 'estimated'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_ref` ON `incident` (`ref`);--> statement-breakpoint
CREATE INDEX `incident_sort_date` ON `incident` (`sort_date`,`id`);--> statement-breakpoint
CREATE INDEX `incident_updated` ON `incident` (`updated_at`,`id`);--> statement-breakpoint
CREATE TABLE `incident_link` (
	`id` text PRIMARY KEY NOT NULL,
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`type` text NOT NULL,
	`note` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`from_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incident_link_type" CHECK("incident_link"."type" in ('follows', 'part_of', 'same_operation', 'related')),
	CONSTRAINT "incident_link_not_self" CHECK("incident_link"."from_id" <> "incident_link"."to_id")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `incident_link_once` ON `incident_link` (`from_id`,`to_id`,`type`);--> statement-breakpoint
CREATE INDEX `incident_link_to` ON `incident_link` (`to_id`);--> statement-breakpoint
CREATE TABLE `incident_status` (
	`incident_id` text NOT NULL,
	`status` text NOT NULL,
	PRIMARY KEY(`incident_id`, `status`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "incident_status_code" CHECK("incident_status"."status" in ('died', 'disappeared', 'deported', 'deportation_ordered', 'sentenced', 'charged', 'held', 'arrested', 'escaped', 'released', 'resettled', 'unknown'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `incident_status_of` ON `incident_status` (`status`,`incident_id`);--> statement-breakpoint
CREATE TABLE `ledger_state` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `location` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`facility_kind` text,
	`name_en` text NOT NULL,
	`name_ko` text,
	`name_zh` text,
	`lat` real,
	`lon` real,
	`where_precision` integer,
	`country_id` text NOT NULL,
	`province_id` text,
	`note` text DEFAULT '' NOT NULL,
	`origin` text NOT NULL,
	`sort_name` text NOT NULL,
	FOREIGN KEY (`parent_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "location_kind" CHECK("location"."kind" in ('country', 'province', 'locality', 'facility')),
	CONSTRAINT "location_facility_kind" CHECK("location"."facility_kind" in ('police_station', 'detention_centre', 'border_facility', 'border_crossing', 'prison', 'labour_camp', 'immigration_centre', 'transit_centre', 'security_agency', 'military_base', 'court', 'consulate', 'airport', 'railway_station', 'hospital', 'school', 'other', 'unknown')),
	CONSTRAINT "location_where_precision" CHECK("location"."where_precision" in (1, 2, 3, 4, 5, 6, 7)),
	CONSTRAINT "location_lat" CHECK("location"."lat" between -90 and 90),
	CONSTRAINT "location_lon" CHECK("location"."lon" between -180 and 180),
	CONSTRAINT "location_coordinates" CHECK(("location"."lat" is null) = ("location"."lon" is null)),
	CONSTRAINT "location_root" CHECK(("location"."kind" = 'country') = ("location"."parent_id" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `location_parent` ON `location` (`parent_id`);--> statement-breakpoint
CREATE INDEX `location_sort` ON `location` (`sort_name`,`id`);--> statement-breakpoint
CREATE TABLE `location_name` (
	`location_id` text NOT NULL,
	`name` text NOT NULL,
	`normalised` text NOT NULL,
	PRIMARY KEY(`location_id`, `name`),
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `location_name_normalised` ON `location_name` (`normalised`,`location_id`);--> statement-breakpoint
CREATE TABLE `not_same_decision` (
	`first_id` text NOT NULL,
	`second_id` text NOT NULL,
	`reason` text NOT NULL,
	`decided_at` integer NOT NULL,
	`decided_by` text NOT NULL,
	PRIMARY KEY(`first_id`, `second_id`),
	FOREIGN KEY (`first_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`second_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "not_same_decision_order" CHECK("not_same_decision"."first_id" < "not_same_decision"."second_id")
) STRICT;
--> statement-breakpoint
CREATE TABLE `people_group` (
	`id` text NOT NULL,
	`incident_id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`nationality` text,
	`unit` text NOT NULL,
	`low` integer,
	`best` integer,
	`high` integer,
	`part_of_id` text,
	`age_band` text,
	`sex` text,
	`circumstances` text NOT NULL,
	`label` text NOT NULL,
	`current_low` integer,
	`current_best` integer,
	`current_high` integer,
	`status_rank` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `id`),
	FOREIGN KEY (`incident_id`) REFERENCES `incident`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`incident_id`,`part_of_id`) REFERENCES `people_group`(`incident_id`,`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "people_group_not_its_own_part" CHECK("people_group"."part_of_id" <> "people_group"."id"),
	CONSTRAINT "people_group_count" CHECK(coalesce("people_group"."low", 0) >= 0 and coalesce("people_group"."low", 0) <= coalesce("people_group"."best", "people_group"."high", "people_group"."low", 0) and coalesce("people_group"."best", "people_group"."low", 0) <= coalesce("people_group"."high", "people_group"."best", "people_group"."low", 0)),
	CONSTRAINT "people_group_role" CHECK("people_group"."role" in ('seeking_refuge', 'helper', 'family_member', 'migrant_worker', 'deportee', 'protester', 'journalist', 'crew', 'other', 'unknown')),
	CONSTRAINT "people_group_unit" CHECK("people_group"."unit" in ('person', 'family')),
	CONSTRAINT "people_group_age_band" CHECK("people_group"."age_band" in ('0-4', '5-11', '12-17', '0-17', '18-59', '18+', '60+', 'mixed')),
	CONSTRAINT "people_group_sex" CHECK("people_group"."sex" in ('female', 'male', 'mixed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `people_group_role_of` ON `people_group` (`role`,`incident_id`);--> statement-breakpoint
CREATE INDEX `people_group_nationality_of` ON `people_group` (`nationality`,`incident_id`);--> statement-breakpoint
CREATE TABLE `revision` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity` text NOT NULL,
	`entity_id` text NOT NULL,
	`version` integer,
	`reason` text NOT NULL,
	`payload` text,
	`salt` text NOT NULL,
	`payload_digest` text NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `revision_entity` ON `revision` (`entity`,`entity_id`,`seq`);--> statement-breakpoint
CREATE TABLE `source` (
	`id` text PRIMARY KEY NOT NULL,
	`ref` text NOT NULL,
	`version` integer NOT NULL,
	`kind` text NOT NULL,
	`publisher` text NOT NULL,
	`title` text NOT NULL,
	`url` text NOT NULL,
	`language` text NOT NULL,
	`date_text` text DEFAULT '' NOT NULL,
	`date_earliest` text,
	`date_latest` text,
	`date_kind` text,
	`date_basis` text,
	`date_precision` integer,
	`accessed_on` text,
	`archived_url` text NOT NULL,
	`stored_text` text NOT NULL,
	`stored_text_sha256` text,
	`licence` text NOT NULL,
	`quotable` integer NOT NULL,
	`reliability` text NOT NULL,
	`access` text NOT NULL,
	`search_text` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "source_kind" CHECK("source"."kind" in ('news', 'government', 'authority', 'ngo', 'un', 'court_record', 'testimony', 'interview', 'social_media', 'dataset', 'other')),
	CONSTRAINT "source_reliability" CHECK("source"."reliability" in ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT "source_access" CHECK("source"."access" in ('public', 'restricted')),
	CONSTRAINT "source_date_order" CHECK("source"."date_earliest" is null or "source"."date_latest" is null or "source"."date_earliest" <= "source"."date_latest"),
	CONSTRAINT "source_date_days" CHECK(("source"."date_earliest" is null or length("source"."date_earliest") = 10) and ("source"."date_latest" is null or length("source"."date_latest") = 10)),
	CONSTRAINT "source_date_kind" CHECK("source"."date_kind" in ('within', 'span')),
	CONSTRAINT "source_date_basis" CHECK("source"."date_basis" in ('stated', 'derived', 'estimated'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `source_ref` ON `source` (`ref`);--> statement-breakpoint
CREATE TABLE `source_derivation` (
	`source_id` text NOT NULL,
	`from_id` text NOT NULL,
	PRIMARY KEY(`source_id`, `from_id`),
	FOREIGN KEY (`source_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `source`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_derivation_not_self" CHECK("source_derivation"."source_id" <> "source_derivation"."from_id")
) STRICT;
