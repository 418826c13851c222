"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommentForm } from "./comment-form";
import type { Discuss } from "./discuss";

type Props = { discuss: Discuss; claimId: string };

/** Where a claim is commented on; the form comes when it is asked for, since there are many claims. */
export function ClaimCommentBox({ discuss, claimId }: Props) {
  const t = useTranslations("incident.comments");
  const [isOpen, setOpen] = useState(claimId === discuss.openClaim);
  if (isOpen) return <CommentForm {...discuss} claimId={claimId} />;
  return (
    <p className="no-print">
      <a
        className="btn btn-small"
        href={`/incidents/${discuss.incident}?comment=${claimId}#assess`}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {t("write")}
      </a>
    </p>
  );
}
