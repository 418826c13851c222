import { sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { ACTOR_ROLES, type ActorRole } from "../domain/actor";
import type { ArticleCase, ArticleFacts } from "../domain/article/article-case";
import type { Headline } from "../domain/headline-type";
import {
  IMPORT_ACTIONS,
  IMPORT_FORMATS,
  IMPORT_STATES,
  IMPORTED_ENTITIES,
  type ImportAction,
  type ImportedEntity,
  type ImportFormat,
  type ImportState,
} from "../domain/import/data-import";
import type { ImportReport } from "../domain/import/import-report";
import type { TableMapping } from "../domain/import/table-mapping";
import type { TableReading } from "../domain/import/table-reading";
import type { IncidentDocument } from "../domain/incident";
import type { Keep } from "../domain/keep";
import type { StoredSource } from "../domain/open-sources";
import {
  ACCESSES,
  type Access,
  AGE_BANDS,
  type AgeBand,
  ASSESSMENTS,
  type Assessment,
  type Circumstance,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  type ClaimField,
  type ClaimScope,
  CORROBORATIONS,
  type Corroboration,
  CREDIBILITIES,
  type Credibility,
  DATE_BASES,
  DATE_KINDS,
  type DateBasis,
  type DateKind,
  EVENT_TYPES,
  type EventType,
  FACILITY_KINDS,
  type FacilityKind,
  LINK_TYPES,
  type LinkType,
  LOCATION_KINDS,
  type LocationKind,
  MODALITIES,
  type Modality,
  PLACE_ROLES,
  type PlaceRole,
  PUBLIC_STATES,
  PUBLICATIONS,
  type Publication,
  type PublicState,
  RELIABILITIES,
  REVIEW_STATUSES,
  type Reliability,
  type ReviewStatus,
  ROLES,
  type Role,
  SEXES,
  type Sex,
  SOURCE_KINDS,
  type SourceKind,
  STATUSES,
  type Status,
  UNITS,
  type Unit,
  WHERE_PRECISIONS,
  type WherePrecision,
} from "../domain/vocabulary";
import type { Kit } from "./kit.sqlite";

/** The schema of a ledger, one definition for both engines; the kit says what a column is there. */
export function define(kit: Kit) {
  const { table, text, code, int, real, bytes, bool, json, optionalJson, instant, moment } = kit;
  const { index, uniqueIndex, primaryKey, foreignKey, check, oneOf } = kit;

  // A partial date is six columns. Bounds are ISO days as text; null is open.
  const dateColumns = () => ({
    dateText: text().notNull().default(""),
    dateEarliest: text(),
    dateLatest: text(),
    dateKind: code<DateKind>(),
    dateBasis: code<DateBasis>(),
    datePrecision: int(),
  });
  const dateChecks = (
    prefix: string,
    t: {
      dateEarliest: AnySQLiteColumn;
      dateLatest: AnySQLiteColumn;
      dateKind: AnySQLiteColumn;
      dateBasis: AnySQLiteColumn;
    },
  ) => [
    check(
      `${prefix}_date_order`,
      sql`${t.dateEarliest} is null or ${t.dateLatest} is null or ${t.dateEarliest} <= ${t.dateLatest}`,
    ),
    check(
      `${prefix}_date_days`,
      sql`(${t.dateEarliest} is null or length(${t.dateEarliest}) = 10) and (${t.dateLatest} is null or length(${t.dateLatest}) = 10)`,
    ),
    oneOf(`${prefix}_date_kind`, t.dateKind, DATE_KINDS),
    oneOf(`${prefix}_date_basis`, t.dateBasis, DATE_BASES),
  ];
  const countColumns = () => ({ low: int(), best: int(), high: int() });
  const countCheck = (
    name: string,
    t: { low: AnySQLiteColumn; best: AnySQLiteColumn; high: AnySQLiteColumn },
  ) =>
    check(
      name,
      sql`coalesce(${t.low}, 0) >= 0 and coalesce(${t.low}, 0) <= coalesce(${t.best}, ${t.high}, ${t.low}, 0) and coalesce(${t.best}, ${t.low}, 0) <= coalesce(${t.high}, ${t.best}, ${t.low}, 0)`,
    );

  const ledgerState = table("ledger_state", { key: text().primaryKey(), value: text().notNull() });

  const location = table(
    "location",
    {
      id: text().primaryKey(),
      parentId: text().references((): AnySQLiteColumn => location.id),
      kind: code<LocationKind>().notNull(),
      facilityKind: code<FacilityKind>(),
      nameEn: text().notNull(),
      nameKo: text(),
      nameZh: text(),
      lat: real(),
      lon: real(),
      wherePrecision: int().$type<WherePrecision>(),
      countryId: text().notNull(),
      provinceId: text(),
      note: text().notNull().default(""),
      origin: text().notNull(),
      sortName: text().notNull(),
    },
    (t) => [
      oneOf("location_kind", t.kind, LOCATION_KINDS),
      oneOf("location_facility_kind", t.facilityKind, FACILITY_KINDS),
      oneOf("location_where_precision", t.wherePrecision, WHERE_PRECISIONS),
      check("location_lat", sql`${t.lat} between -90 and 90`),
      check("location_lon", sql`${t.lon} between -180 and 180`),
      check("location_coordinates", sql`(${t.lat} is null) = (${t.lon} is null)`),
      check("location_root", sql`(${t.kind} = 'country') = (${t.parentId} is null)`),
      // The tree is walked downwards from a country or province.
      index("location_parent").on(t.parentId),
      // The table of locations is sorted by name within its country.
      index("location_sort").on(t.sortName, t.id),
    ],
  );

  const locationName = table(
    "location_name",
    {
      locationId: text()
        .notNull()
        .references(() => location.id),
      name: text().notNull(),
      normalised: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.locationId, t.name] }),
      // A typed place is looked up by any of its names.
      index("location_name_normalised").on(t.normalised, t.locationId),
    ],
  );

  const source = table(
    "source",
    {
      id: text().primaryKey(),
      ref: text().notNull(),
      version: int().notNull(),
      kind: code<SourceKind>().notNull(),
      publisher: text().notNull(),
      title: text().notNull(),
      url: text().notNull(),
      language: text().notNull(),
      ...dateColumns(),
      accessedOn: text(),
      archivedUrl: text().notNull(),
      storedText: text().notNull(),
      storedTextSha256: text(),
      licence: text().notNull(),
      quotable: bool(),
      reliability: code<Reliability>().notNull(),
      access: code<Access>().notNull(),
      searchText: text().notNull(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
    },
    (t) => [
      uniqueIndex("source_ref").on(t.ref),
      oneOf("source_kind", t.kind, SOURCE_KINDS),
      oneOf("source_reliability", t.reliability, RELIABILITIES),
      oneOf("source_access", t.access, ACCESSES),
      ...dateChecks("source", t),
    ],
  );

  const sourceDerivation = table(
    "source_derivation",
    {
      sourceId: text()
        .notNull()
        .references(() => source.id),
      fromId: text()
        .notNull()
        .references(() => source.id),
    },
    (t) => [
      primaryKey({ columns: [t.sourceId, t.fromId] }),
      check("source_derivation_not_self", sql`${t.sourceId} <> ${t.fromId}`),
      // Who copies a source: on its page, and to know whether a viewer may see it.
      index("source_derivation_from").on(t.fromId),
    ],
  );

  const incident = table(
    "incident",
    {
      id: text().primaryKey(),
      ref: text().notNull(),
      version: int().notNull(),
      title: text().notNull(),
      summary: text().notNull(),
      reviewStatus: code<ReviewStatus>().notNull(),
      publication: code<Publication>().notNull(),
      retractedReason: text(),
      // Who is asked to see to it, who wrote it last and when, which of its versions was verified last.
      assigneeId: text(),
      editedBy: text(),
      editedAt: instant(),
      verifiedNumber: int(),
      mergedIntoId: text().references((): AnySQLiteColumn => incident.id),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
      // What follows is computed from the claims in every transaction that writes the incident.
      ...dateColumns(),
      headline: json<Headline>(),
      personsLow: int(),
      personsBest: int(),
      personsHigh: int(),
      helpersLow: int(),
      helpersBest: int(),
      helpersHigh: int(),
      status: code<Status>().notNull(),
      statusRank: int().notNull(),
      corroboration: code<Corroboration>().notNull(),
      corroborationRank: int().notNull(),
      reviewRank: int().notNull(),
      sourceCount: int().notNull(),
      independentCount: int().notNull(),
      sortDate: text(),
      sortTitle: text().notNull(),
      sortPeople: int(),
      sortProvinces: text(),
      sortRoles: text(),
      sortNationalities: text(),
      sortTypes: text(),
      searchText: text().notNull(),
    },
    (t) => [
      uniqueIndex("incident_ref").on(t.ref),
      oneOf("incident_review_status", t.reviewStatus, REVIEW_STATUSES),
      oneOf("incident_publication", t.publication, PUBLICATIONS),
      oneOf("incident_status", t.status, STATUSES),
      oneOf("incident_corroboration", t.corroboration, CORROBORATIONS),
      check("incident_version", sql`${t.version} >= 1`),
      check(
        "incident_retracted_with_reason",
        sql`${t.reviewStatus} <> 'retracted' or length(${t.retractedReason}) > 0`,
      ),
      check("incident_not_merged_into_itself", sql`${t.mergedIntoId} <> ${t.id}`),
      ...dateChecks("incident", t),
      // The list's own order: newest first.
      index("incident_sort_date").on(t.sortDate, t.id),
      // "What changed lately" and the updated column.
      index("incident_updated").on(t.updatedAt, t.id),
      // The queue of what waits for a review, the oldest first.
      index("incident_review").on(t.reviewStatus, t.editedAt),
      // What was merged into one that is deleted, which the foreign key asks too. Of all others it knows nothing, or
      // SQLite would take it for a quick way to whatever was not merged.
      index("incident_merged_into").on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    ],
  );

  const peopleGroup = table(
    "people_group",
    {
      id: text().notNull(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      position: int().notNull(),
      role: code<Role>().notNull(),
      nationality: text(),
      unit: code<Unit>().notNull(),
      ...countColumns(),
      partOfId: text(),
      ageBand: code<AgeBand>(),
      sex: code<Sex>(),
      circumstances: json<Circumstance[]>(),
      label: text().notNull(),
      currentLow: int(),
      currentBest: int(),
      currentHigh: int(),
      statusRank: int().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.id] }),
      foreignKey({
        name: "people_group_part_of",
        columns: [t.incidentId, t.partOfId],
        foreignColumns: [t.incidentId, t.id],
      }),
      check("people_group_not_its_own_part", sql`${t.partOfId} <> ${t.id}`),
      countCheck("people_group_count", t),
      oneOf("people_group_role", t.role, ROLES),
      oneOf("people_group_unit", t.unit, UNITS),
      oneOf("people_group_age_band", t.ageBand, AGE_BANDS),
      oneOf("people_group_sex", t.sex, SEXES),
      // Filters by role and nationality ask for incidents that have such a group.
      index("people_group_role_of").on(t.role, t.incidentId),
      index("people_group_nationality_of").on(t.nationality, t.incidentId),
    ],
  );

  const event = table(
    "event",
    {
      id: text().notNull(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      position: int().notNull(),
      type: code<EventType>().notNull(),
      modality: code<Modality>().notNull(),
      ...dateColumns(),
      description: text().notNull(),
      currentModality: code<Modality>().notNull(),
      currentEarliest: text(),
      currentLatest: text(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.id] }),
      oneOf("event_type", t.type, EVENT_TYPES),
      oneOf("event_modality", t.modality, MODALITIES),
      oneOf("event_current_modality", t.currentModality, MODALITIES),
      ...dateChecks("event", t),
      // Filters by type ask for incidents that have such an event, with dates on the same event.
      index("event_type_of").on(t.type, t.currentModality, t.incidentId),
    ],
  );

  const eventPlace = table(
    "event_place",
    {
      incidentId: text().notNull(),
      eventId: text().notNull(),
      position: int().notNull(),
      role: code<PlaceRole>().notNull(),
      locationId: text()
        .notNull()
        .references(() => location.id),
      countryId: text().notNull(),
      provinceId: text(),
      // `typed`: the editor's own. `current`: part of the derived value that filters and pages use.
      typed: bool(),
      current: bool(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.eventId, t.role, t.locationId] }),
      foreignKey({
        name: "event_place_event",
        columns: [t.incidentId, t.eventId],
        foreignColumns: [event.incidentId, event.id],
      }),
      oneOf("event_place_role", t.role, PLACE_ROLES),
      // Filters by province and by country, and the page of a location.
      index("event_place_province").on(t.provinceId, t.incidentId, t.eventId),
      index("event_place_country").on(t.countryId, t.incidentId, t.eventId),
      index("event_place_location").on(t.locationId, t.incidentId),
    ],
  );

  const eventGroup = table(
    "event_group",
    {
      incidentId: text().notNull(),
      eventId: text().notNull(),
      groupId: text().notNull(),
      ...countColumns(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.eventId, t.groupId] }),
      foreignKey({
        name: "event_group_event",
        columns: [t.incidentId, t.eventId],
        foreignColumns: [event.incidentId, event.id],
      }),
      foreignKey({
        name: "event_group_group",
        columns: [t.incidentId, t.groupId],
        foreignColumns: [peopleGroup.incidentId, peopleGroup.id],
      }),
      countCheck("event_group_count", t),
    ],
  );

  const incidentStatus = table(
    "incident_status",
    {
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      status: code<Status>().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.status] }),
      oneOf("incident_status_code", t.status, STATUSES),
      // A filter by status matches the status of any part.
      index("incident_status_of").on(t.status, t.incidentId),
    ],
  );

  const claim = table(
    "claim",
    {
      id: text().notNull(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      position: int().notNull(),
      sourceId: text()
        .notNull()
        .references(() => source.id),
      groupId: text(),
      eventId: text(),
      field: code<ClaimField>().notNull(),
      ...countColumns(),
      ...dateColumns(),
      placeRole: code<PlaceRole>(),
      locationId: text().references(() => location.id),
      modality: code<Modality>(),
      status: code<Status>(),
      scope: code<ClaimScope>().notNull(),
      scopeText: text().notNull(),
      statement: text().notNull(),
      quote: text().notNull(),
      locator: text().notNull(),
      credibility: int().$type<Credibility>(),
      assessment: code<Assessment>().notNull(),
      acknowledged: bool(),
    },
    (t) => [
      primaryKey({ columns: [t.incidentId, t.id] }),
      foreignKey({
        name: "claim_group",
        columns: [t.incidentId, t.groupId],
        foreignColumns: [peopleGroup.incidentId, peopleGroup.id],
      }),
      foreignKey({
        name: "claim_event",
        columns: [t.incidentId, t.eventId],
        foreignColumns: [event.incidentId, event.id],
      }),
      countCheck("claim_count", t),
      ...dateChecks("claim", t),
      oneOf("claim_field", t.field, CLAIM_FIELDS),
      oneOf("claim_scope", t.scope, CLAIM_SCOPES),
      oneOf("claim_assessment", t.assessment, ASSESSMENTS),
      oneOf("claim_place_role", t.placeRole, PLACE_ROLES),
      oneOf("claim_modality", t.modality, MODALITIES),
      oneOf("claim_status", t.status, STATUSES),
      oneOf("claim_credibility", t.credibility, CREDIBILITIES),
      check("claim_place_whole", sql`(${t.locationId} is null) = (${t.placeRole} is null)`),
      // Filters by source, and the page of a source.
      index("claim_source").on(t.sourceId, t.incidentId),
    ],
  );

  // What lists, facets, timeline and map know of an incident, and by which number the search index knows it.
  // `change`: the count of the store's changes when it was written, so that what is kept in memory can follow.
  const incidentEntry = table(
    "incident_entry",
    {
      number: int().primaryKey(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      change: int().notNull(),
      facts: text().notNull(),
    },
    (t) => [
      uniqueIndex("incident_entry_incident").on(t.incidentId),
      // What changed since.
      index("incident_entry_change").on(t.change, t.number),
    ],
  );

  // The facts of the entries whose numbers, divided by the size of a block, give its own, packed so that the index is
  // built from them several times as quickly. Triggers take a block away with every change of an entry that is in it.
  const incidentBlock = table("incident_block", {
    number: int().primaryKey(),
    packed: bytes().notNull(),
  });

  // The words by which an incident is found: those that all its readers may see, and those of restricted sources.
  const incidentText = table("incident_text", {
    number: int()
      .primaryKey()
      .references(() => incidentEntry.number),
    openWords: text().notNull(),
    restrictedWords: text().notNull(),
  });

  const incidentLink = table(
    "incident_link",
    {
      id: text().primaryKey(),
      fromId: text()
        .notNull()
        .references(() => incident.id),
      toId: text()
        .notNull()
        .references(() => incident.id),
      type: code<LinkType>().notNull(),
      note: text().notNull(),
      createdAt: instant().notNull(),
      createdBy: text().notNull(),
    },
    (t) => [
      oneOf("incident_link_type", t.type, LINK_TYPES),
      check("incident_link_not_self", sql`${t.fromId} <> ${t.toId}`),
      uniqueIndex("incident_link_once").on(t.fromId, t.toId, t.type),
      // Links are shown from both ends.
      index("incident_link_to").on(t.toId),
    ],
  );

  const notSameDecision = table(
    "not_same_decision",
    {
      // The two ids in order, so that a pair has one row.
      firstId: text()
        .notNull()
        .references(() => incident.id),
      secondId: text()
        .notNull()
        .references(() => incident.id),
      reason: text().notNull(),
      decidedAt: instant().notNull(),
      decidedBy: text().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.firstId, t.secondId] }),
      check("not_same_decision_order", sql`${t.firstId} < ${t.secondId}`),
      // Decisions are shown from both ends.
      index("not_same_decision_second").on(t.secondId),
    ],
  );

  const revision = table(
    "revision",
    {
      seq: int().primaryKey(),
      at: instant().notNull(),
      actor: text().notNull(),
      action: text().notNull(),
      entity: text().notNull(),
      entityId: text().notNull(),
      version: int(),
      reason: text().notNull(),
      // The screen, import or command it came from; empty in the oldest entries.
      origin: text().notNull().default(""),
      // Text, not JSON columns: what is hashed is what is stored. Null after a purge.
      payload: text(),
      salt: text().notNull(),
      payloadDigest: text().notNull(),
      previousHash: text().notNull(),
      hash: text().notNull(),
    },
    (t) => [
      // The history of one incident or source.
      index("revision_entity").on(t.entity, t.entityId, t.seq),
      // The log of one person, and of one kind of write.
      index("revision_actor").on(t.actor, t.seq),
      index("revision_action").on(t.action, t.seq),
    ],
  );

  // Who may sign in. An account is closed, never deleted: the log names it.
  const account = table(
    "account",
    {
      id: text().primaryKey(),
      name: text().notNull(),
      email: text().notNull(),
      emailVerified: bool(),
      image: text(),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
      role: code<ActorRole>().notNull(),
      banned: bool().default(false),
      banReason: text(),
      banExpires: moment(),
      twoFactorEnabled: bool().default(false),
    },
    (t) => [
      uniqueIndex("account_email").on(t.email),
      oneOf("account_role", t.role, ACTOR_ROLES.slice(1)),
    ],
  );
  const ofAccount = () =>
    text()
      .notNull()
      .references(() => account.id);

  const accountSession = table(
    "account_session",
    {
      id: text().primaryKey(),
      userId: ofAccount(),
      token: text().notNull(),
      expiresAt: moment().notNull(),
      ipAddress: text(),
      userAgent: text(),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
      impersonatedBy: text(),
      // When the password was last asked for again; null: not since signing in.
      confirmedAt: instant(),
    },
    (t) => [
      uniqueIndex("account_session_token").on(t.token),
      // One's own sessions, and ending them all.
      index("account_session_of").on(t.userId),
    ],
  );

  const credential = table(
    "account_credential",
    {
      id: text().primaryKey(),
      userId: ofAccount(),
      accountId: text().notNull(),
      providerId: text().notNull(),
      accessToken: text(),
      refreshToken: text(),
      idToken: text(),
      accessTokenExpiresAt: moment(),
      refreshTokenExpiresAt: moment(),
      scope: text(),
      password: text(),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [index("account_credential_of").on(t.userId)],
  );

  const accountVerification = table(
    "account_verification",
    {
      id: text().primaryKey(),
      identifier: text().notNull(),
      value: text().notNull(),
      expiresAt: moment().notNull(),
      createdAt: moment().notNull(),
      updatedAt: moment().notNull(),
    },
    (t) => [index("account_verification_of").on(t.identifier)],
  );

  const secondFactor = table(
    "account_second_factor",
    {
      id: text().primaryKey(),
      userId: ofAccount(),
      secret: text().notNull(),
      backupCodes: text().notNull(),
      verified: bool().default(true),
      failedVerificationCount: int().default(0),
      lockedUntil: moment(),
      // Digests of the codes used last, which are good for nothing any more.
      spentCodes: json<string[]>().default(sql`'[]'`),
    },
    (t) => [index("account_second_factor_of").on(t.userId)],
  );

  const invitation = table(
    "invitation",
    {
      id: text().primaryKey(),
      tokenHash: text().notNull(),
      role: code<ActorRole>().notNull(),
      // Empty for the first admin, who types it.
      email: text().notNull(),
      createdAt: instant().notNull(),
      createdBy: text().notNull(),
      expiresAt: instant().notNull(),
      usedAt: instant(),
      withdrawnAt: instant(),
    },
    (t) => [
      uniqueIndex("invitation_token").on(t.tokenHash),
      oneOf("invitation_role", t.role, ACTOR_ROLES.slice(1)),
    ],
  );

  // Failed attempts, by account and by address; the key is a digest.
  const throttle = table("throttle", {
    key: text().primaryKey(),
    failures: int().notNull(),
    since: instant().notNull(),
    blockedUntil: instant().notNull(),
  });

  const apiToken = table(
    "api_token",
    {
      id: text().primaryKey(),
      accountId: ofAccount(),
      name: text().notNull(),
      tokenHash: text().notNull(),
      scopes: json<string[]>(),
      createdAt: instant().notNull(),
      expiresAt: instant().notNull(),
      lastUsedAt: instant(),
      revokedAt: instant(),
    },
    (t) => [
      uniqueIndex("api_token_hash").on(t.tokenHash),
      index("api_token_of").on(t.accountId, t.createdAt),
    ],
  );

  // A list that somebody finds again: its address, under a name. It holds nothing of any incident. The secret address of
  // its feed is kept as a digest; null while it has none.
  const savedView = table(
    "saved_view",
    {
      id: text().primaryKey(),
      accountId: ofAccount(),
      name: text().notNull(),
      query: text().notNull(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
      feedHash: text(),
      feedCreatedAt: instant(),
      feedUsedAt: instant(),
    },
    (t) => [
      // One's own views by name, each name once.
      uniqueIndex("saved_view_name").on(t.accountId, t.name),
      uniqueIndex("saved_view_feed").on(t.feedHash),
      check("saved_view_feed_made", sql`(${t.feedHash} is null) = (${t.feedCreatedAt} is null)`),
    ],
  );

  // What a person makes of an article before anything of it is in the ledger. The text has its redacted words replaced.
  const articleDraft = table(
    "article_draft",
    {
      id: text().primaryKey(),
      accountId: ofAccount(),
      version: int().notNull(),
      article: json<ArticleFacts>(),
      text: text().notNull(),
      cases: json<ArticleCase[]>(),
      keep: json<Keep[]>(),
      createdAt: instant().notNull(),
      updatedAt: instant().notNull(),
    },
    (t) => [index("article_draft_of").on(t.accountId, t.updatedAt)],
  );

  const comment = table(
    "comment",
    {
      id: text().primaryKey(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      // Null: on the incident itself. Claims come and go with versions, so this is no foreign key.
      claimId: text(),
      authorId: text().notNull(),
      at: instant().notNull(),
      body: text().notNull(),
      mentions: json<string[]>(),
      resolvedAt: instant(),
      resolvedBy: text(),
    },
    (t) => [index("comment_of").on(t.incidentId, t.at)],
  );

  // What a reviewer verified, whole: publication works from these and from nothing else.
  const verifiedVersion = table(
    "verified_version",
    {
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      number: int().notNull(),
      version: int().notNull(),
      document: json<IncidentDocument>(),
      sources: json<StoredSource[]>(),
      verifiedAt: instant().notNull(),
      verifiedBy: text().notNull(),
      // One person both wrote and verified it, as an admin allowed.
      bySamePerson: bool(),
      // Null while it was never published. `closed`: ids of the sources that it was published without.
      edition: int(),
      publishedAt: instant(),
      closed: json<string[]>().default(sql`'[]'`),
    },
    (t) => [primaryKey({ columns: [t.incidentId, t.number] })],
  );

  // What the public store is meant to hold. `pending`: decided here, not yet done there; `asked` counts the decisions.
  // `links`: the links that were published with it.
  const publicationRecord = table(
    "publication_record",
    {
      incidentId: text()
        .primaryKey()
        .references(() => incident.id),
      state: code<PublicState>().notNull(),
      verifiedNumber: int().notNull(),
      edition: int().notNull(),
      reason: text().notNull(),
      pending: bool(),
      asked: int().notNull().default(1),
      links: json<string[]>().default(sql`'[]'`),
      firstPublishedAt: instant().notNull(),
      publishedAt: instant().notNull(),
      publishedBy: text().notNull(),
      takenOffAt: instant(),
    },
    (t) => [
      oneOf("publication_record_state", t.state, PUBLIC_STATES),
      index("publication_record_pending").on(t.pending),
    ],
  );

  // In the public store alone: every edition that was published, for its permalink.
  const publishedEdition = table(
    "published_edition",
    {
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      edition: int().notNull(),
      publishedAt: instant().notNull(),
      document: json<IncidentDocument>(),
      sources: json<StoredSource[]>(),
    },
    (t) => [primaryKey({ columns: [t.incidentId, t.edition] })],
  );

  // In the public store alone: what stands where an incident was published and then retracted.
  const tombstone = table("tombstone", {
    ref: text().primaryKey(),
    reason: text().notNull(),
    at: instant().notNull(),
  });

  // Reading what is restricted, and exporting. Addresses are emptied after 30 days.
  const accessEntry = table(
    "access_entry",
    {
      id: text().primaryKey(),
      at: instant().notNull(),
      actor: text().notNull(),
      action: text().notNull(),
      entity: text().notNull(),
      entityId: text().notNull(),
      detail: text().notNull(),
      address: text(),
    },
    (t) => [index("access_entry_at").on(t.at, t.id)],
  );

  // A mark of the personal-data guard that somebody keeps, with why. The digest is of the marked words.
  const keptMark = table(
    "kept_mark",
    {
      entity: text().notNull(),
      entityId: text().notNull(),
      digest: text().notNull(),
      kind: text().notNull(),
      reason: text().notNull(),
      at: instant().notNull(),
      by: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.entity, t.entityId, t.kind, t.digest] })],
  );

  // A table or data package that came in, from the upload to its undoing. `report`: what the last check or the import
  // itself found. The bytes lie in a private folder until it is applied or given up.
  const dataImport = table(
    "data_import",
    {
      id: text().primaryKey(),
      state: code<ImportState>().notNull(),
      format: code<ImportFormat>().notNull(),
      fileName: text().notNull(),
      fileSize: int().notNull(),
      sha256: text().notNull(),
      reading: json<TableReading>(),
      headersDigest: text().notNull(),
      mapping: optionalJson<TableMapping>(),
      report: optionalJson<ImportReport>(),
      createdAt: instant().notNull(),
      createdBy: text().notNull(),
      appliedAt: instant(),
      undoneAt: instant(),
    },
    (t) => [
      oneOf("data_import_state", t.state, IMPORT_STATES),
      oneOf("data_import_format", t.format, IMPORT_FORMATS),
      index("data_import_created").on(t.createdAt, t.id),
    ],
  );

  // How the columns of a table with these headers were last read, for the next table that has them.
  const importMapping = table("import_mapping", {
    headersDigest: text().primaryKey(),
    mapping: json<TableMapping>(),
    updatedAt: instant().notNull(),
    updatedBy: text().notNull(),
  });

  // What an import made of one row. `file`: the table it stood in first; a data package brings rows of former imports.
  // `rowKey` tells the row again in another file, `rowDigest` whether it says the same;
  // `version` is the incident's afterwards. `kept`: the columns that no field was made of.
  const importedRow = table(
    "imported_row",
    {
      importId: text()
        .notNull()
        .references(() => dataImport.id),
      file: text().notNull(),
      line: int().notNull(),
      incidentId: text()
        .notNull()
        .references(() => incident.id),
      action: code<ImportAction>().notNull(),
      version: int().notNull(),
      rowKey: text().notNull(),
      rowDigest: text().notNull(),
      kept: json<Record<string, string>>(),
    },
    (t) => [
      primaryKey({ columns: [t.importId, t.file, t.line] }),
      oneOf("imported_row_action", t.action, IMPORT_ACTIONS),
      // The same row in another file.
      index("imported_row_key").on(t.rowKey),
      // The kept columns of an incident, and what an import did to it.
      index("imported_row_incident").on(t.incidentId),
    ],
  );

  // What else came with an import, to be taken away with it: sources, places, links.
  const importedThing = table(
    "imported_thing",
    {
      importId: text()
        .notNull()
        .references(() => dataImport.id),
      entity: code<ImportedEntity>().notNull(),
      entityId: text().notNull(),
      action: code<ImportAction>().notNull(),
      version: int().notNull(),
    },
    (t) => [
      primaryKey({ columns: [t.importId, t.entity, t.entityId] }),
      oneOf("imported_thing_entity", t.entity, IMPORTED_ENTITIES),
      oneOf("imported_thing_action", t.action, IMPORT_ACTIONS),
    ],
  );

  return {
    ledgerState,
    location,
    locationName,
    source,
    sourceDerivation,
    incident,
    peopleGroup,
    event,
    eventPlace,
    eventGroup,
    incidentStatus,
    claim,
    incidentEntry,
    incidentBlock,
    incidentText,
    incidentLink,
    notSameDecision,
    revision,
    account,
    accountSession,
    credential,
    accountVerification,
    secondFactor,
    invitation,
    throttle,
    apiToken,
    savedView,
    articleDraft,
    comment,
    verifiedVersion,
    publicationRecord,
    publishedEdition,
    tombstone,
    accessEntry,
    keptMark,
    dataImport,
    importMapping,
    importedRow,
    importedThing,
  };
}

export type Tables = ReturnType<typeof define>;
