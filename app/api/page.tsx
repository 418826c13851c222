import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ApiFieldTable } from "../../components/api-field-table";
import { CodeText } from "../../components/ui/code-text";
import { PageSection } from "../../components/ui/page-section";
import { type Document, describeDocument } from "../../domain/api/describe-document";
import { FILTER_NAMES } from "../../domain/incident-filter";
import { isPublicSite } from "../_server/store";
import { apiExamples } from "./examples";
import { OPENAPI_DOCUMENT } from "./openapi-document";

const DOCUMENT_PATH = "/api/v1/openapi.json";
/** Where a ledger is reached that nothing else was said of. */
const USUAL_ADDRESS = "http://127.0.0.1:3000";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("api"))("title") };
}

/** What the API is, read from its own document. */
export default async function ApiPage() {
  const t = await getTranslations();
  const { operations, schemas } = describeDocument(OPENAPI_DOCUMENT as Document, t);
  const lists = operations.flatMap(({ parameters }) => parameters);
  const ofLists = [...new Map(lists.map((field) => [field.name, field])).values()].filter(
    ({ optional }) => optional,
  );
  const isFilter = (name: string) => (FILTER_NAMES as readonly string[]).includes(name);
  const base = process.env.PUBLIC_ADDRESS || USUAL_ADDRESS;
  return (
    <>
      <div className="prose">
        <h1>{t("api.title")}</h1>
        <p className="mt-3">{t("api.what")}</p>
        <ul className="mt-3 list-disc pl-5">
          {(["who", "token", "pages", "tag", "mistakes", "rate", "all"] as const).map((rule) => (
            <li key={rule}>{t(`api.rules.${rule}`)}</li>
          ))}
        </ul>
        <p className="mt-3">
          <a href={DOCUMENT_PATH}>{t("api.document")}</a>
          {!isPublicSite() && (
            <>
              {" · "}
              <Link href="/account" prefetch={false}>
                {t("api.makeToken")}
              </Link>
            </>
          )}
        </p>
      </div>
      <PageSection id="examples" title={t("api.examples")}>
        {apiExamples(base).map(({ name, code }) => (
          <div className="mt-3" key={name}>
            <h3>{name}</h3>
            <pre className="card card-body small mt-1.5 whitespace-pre-wrap break-words">
              <code>{code}</code>
            </pre>
          </div>
        ))}
      </PageSection>
      <PageSection id="addresses" title={t("api.addresses")}>
        <ul className="card divide-y divide-line">
          {operations.map(({ path, id, summary, parameters, answer }) => {
            const own = parameters.filter(({ name, optional }) => !optional || !isFilter(name));
            const takes = own.map(({ name }) => name);
            if (own.length < parameters.length) takes.unshift(t("api.theFilter"));
            return (
              <li className="card-body" key={id}>
                <code className="break-all font-semibold">{path}</code>
                <p>{summary}</p>
                <p className="muted small">
                  {t("api.takes", { parameters: takes.join(", ") })} {t("api.gives")}{" "}
                  <a href={`#${answer}`}>{answer}</a>
                </p>
              </li>
            );
          })}
        </ul>
      </PageSection>
      <PageSection id="parameters" title={t("api.parameters")}>
        <p className="muted small mb-2">{t("api.noneNeeded")}</p>
        <ApiFieldTable allOptional fields={ofLists} label={t("api.table.ofParameters")} />
      </PageSection>
      <PageSection id="answers" title={t("api.answers")}>
        {schemas.map(({ name, description, fields }) => (
          <details className="mt-2" key={name}>
            <summary>
              <code className="font-semibold">{name}</code>{" "}
              <span className="muted small">
                <CodeText text={description} />
              </span>
            </summary>
            {/* Inside, so that a link to it opens it. */}
            <div className="mt-2" id={name}>
              {fields.length > 0 && <ApiFieldTable fields={fields} label={name} />}
            </div>
          </details>
        ))}
      </PageSection>
    </>
  );
}
