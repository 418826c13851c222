import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Access } from "../domain/access";
import { InstantText } from "./ui/instant-text";

type Props = {
  accesses: Access[];
  /** What to call whom they are by, by id. */
  people: Record<string, string>;
};

/** What was read though it is restricted, taken away or refused, and who came in and went. */
export function AccessList({ accesses, people }: Props) {
  const t = useTranslations("access");
  return (
    <ol aria-label={t("label")} className="card divide-y divide-line">
      {accesses.map((access) => {
        const { at, actor, action, address } = access;
        const facts = [
          actor === "" ? t("byNobody") : t("by", { who: people[actor] ?? actor }),
          address === null ? t("noAddress") : t("from", { address }),
        ];
        return (
          <li
            className="card-body break-words"
            key={`${at} ${actor} ${access.entityId} ${access.detail}`}
          >
            <InstantText at={at} /> <span className="font-semibold">{t(`action.${action}`)}</span>{" "}
            <Subject access={access} people={people} />{" "}
            <span className="muted">{facts.join(" · ")}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Subject({
  access: { actor, entity, entityId, detail },
  people,
}: { access: Access } & Pick<Props, "people">) {
  const t = useTranslations("access");
  if (entity === "page") return detail;
  if (entity === "account") {
    // Whose account it is, is told where that is not who did it.
    if (actor !== "" || entityId === "") return null;
    return t("account", { name: people[entityId] ?? entityId });
  }
  if (entity === "incidents" || entity === "view")
    return (
      <>
        {entity === "view" && t("feed")} {t(detail === "" ? "all" : "filtered")}{" "}
        {detail !== "" && (
          <Link className="break-all" href={`/incidents?${detail}`} prefetch={false}>
            {detail}
          </Link>
        )}
      </>
    );
  return (
    <Link href={`/${entity === "source" ? "sources" : "incidents"}/${entityId}`} prefetch={false}>
      {entityId}
    </Link>
  );
}
