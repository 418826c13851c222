/** Words between a preposition and a name that only say what kind of place it is: "in the border town of Tumen". */
export const KIND_OF_PLACE =
  /^(?:town|towns|city|cities|village|villages|province|provinces|state|region|district|county|township|port|capital|outskirts|suburb|suburbs|border|island|camp|prison|jail|airport|station|centre|center|facility|terminal|flat|guesthouse|hostel|motel|restaurant|church|farm|forest|hills|mountains|pier|beach|shelter|crossing|crossings|checkpoint|checkpoints|post|posts|area|areas|neighbourhood|neighborhood|part|parts|north|south|east|west|northeast|northwest|southeast|southwest|middle|edge|coast|hospital|university|court|base|market|house|apartment|hotel|hideout|side|locations|prefecture|governorate|municipality|streets|centre|vicinity|direction)$/;

/** People and things that are in a place without anything happening there: "sources in South Korea". */
export const NOT_THE_EVENT =
  /^(?:sources?|officials?|campaigners?|groups?|activists?|consulates?|consulate-general|general|embassy|embassies|offices?|based|government|governments|lawyers?|newspapers?|residents?|media|posters|supporters?|organisations?|organizations?|ministry|relatives|mother|father|parents|journalists?|correspondent|service|headquarters|lives|living|resettled|residing|life|asylum|leader|policy|rights|war|conflict|persecution|coup|diplomats?|sanctuary|refuge|resettlement|born|contacts?|source|source|missions?|pastors?|missionaries|missionary|brokers?|interview|statement|envoy|ambassador|school)$/;

/** Facilities by the words for them: the kind of place people are held in, without its name. */
export const UNNAMED_FACILITY =
  /\b((?:(?:detention|holding|immigration|transit|reception|deportation|removal|repatriation|processing) (?:centers?|centres?|facility|facilities|camps?))|(?:immigration )?detention (?:center|centre|facility)|police stations?|prison|jail|police cells|border guard (?:base|post|detention center)|security agency|labou?r camp|naval base|army base|military base)\b/i;
