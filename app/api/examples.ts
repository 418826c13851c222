/** How the same is asked for from a shell, from R and from Python; these two take page after page. */
export function apiExamples(base: string): { name: string; code: string }[] {
  const path = "/api/v1/incidents?province=CN-YN&from=2014&limit=100";
  return [
    {
      name: "curl",
      code: `curl -H "Authorization: Bearer $LEDGER_TOKEN" \\
  "${base}${path}"`,
    },
    {
      name: "R",
      code: `library(httr2)

base <- "${base}"
path <- "${path}"
token <- Sys.getenv("LEDGER_TOKEN")
why <- function(refused) {
  said <- resp_body_json(refused)
  c(said$title, said$detail, vapply(said$issues, function(one) one$message, ""))
}
incidents <- list()
while (!is.null(path)) {
  asked <- request(paste0(base, path)) |> req_retry(max_tries = 5) |> req_error(body = why)
  if (token != "") asked <- req_auth_bearer_token(asked, token)
  page <- asked |> req_perform() |> resp_body_json()
  incidents <- c(incidents, page$data)
  path <- page[["next"]]
}

# What is not known is NULL, which becomes NA and never 0.
known <- function(value) if (is.null(value)) NA_integer_ else as.integer(value)
people <- data.frame(
  reference = vapply(incidents, function(one) one$reference, ""),
  low = vapply(incidents, function(one) known(one$headline$persons$low), 0L),
  best = vapply(incidents, function(one) known(one$headline$persons$best), 0L),
  high = vapply(incidents, function(one) known(one$headline$persons$high), 0L)
)`,
    },
    {
      name: "Python",
      code: `import json, os, time, urllib.error, urllib.request

base = "${base}"
path = "${path}"
token = os.environ.get("LEDGER_TOKEN")
headers = {"Authorization": f"Bearer {token}"} if token else {}
incidents = []
while path:
    try:
        with urllib.request.urlopen(urllib.request.Request(base + path, headers=headers)) as answer:
            page = json.load(answer)
    except urllib.error.HTTPError as refused:
        if refused.code != 429:
            raise SystemExit(refused.read().decode())
        time.sleep(int(refused.headers["Retry-After"]))
        continue
    incidents += page["data"]
    path = page["next"]

# What is not known is None, and never 0.
for incident in incidents:
    persons = incident["headline"]["persons"]
    print(incident["reference"], persons["low"], persons["best"], persons["high"])`,
    },
  ];
}
