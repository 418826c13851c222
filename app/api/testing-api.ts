import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import * as formats from "ajv-formats";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { sayFrom } from "../../domain/testing-say";
import messages from "../../messages/en.json";
import type { KeptAccess } from "../_server/keep-access";
import type { ApiContext } from "./api-context";
import { OPENAPI_DOCUMENT } from "./openapi-document";

/** A request of somebody in particular; `kept`: takes what is kept of it. */
export function apiContext(
  store: Store,
  actor: Actor,
  { kept = [], ...rest }: Partial<ApiContext> & { kept?: KeptAccess[] } = {},
): ApiContext {
  return {
    store,
    actor,
    say: sayFrom(messages),
    now: Date.UTC(2026, 10, 24),
    known: null,
    withBody: true,
    mayNotTakeAll: false,
    keep: async (access) => void kept.push(access),
    ...rest,
  };
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema({ $id: "openapi", ...OPENAPI_DOCUMENT });

const compiled = new Map<string, ValidateFunction>();

/** What of an answer is not as the document says, by the status and the address it says it of. */
export async function faultsOf(path: string, answer: Response): Promise<string[]> {
  const { responses } = OPENAPI_DOCUMENT.paths![path]!.get!;
  if (!responses![answer.status]) return [`${path} has no answer ${answer.status}`];
  const type = answer.headers.get("content-type")!;
  const at = ["paths", path, "get", "responses", String(answer.status), "content", type, "schema"];
  const pointer = at
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` });
  compiled.set(pointer, validate);
  validate(await answer.clone().json());
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
