import type { Say } from "./say";

/**
 * Says the texts of a messages file, for tests. Knows {name}, {name, number} and English plurals,
 * which is what the texts of pure functions use; throws where there is no such text or value.
 */
export function sayFrom(messages: object): Say {
  return (key, values = {}) => {
    let text: unknown = messages;
    for (const step of key.split(".")) text = (text as Record<string, unknown> | undefined)?.[step];
    if (typeof text !== "string") throw new Error(`no message ${key}`);
    const given = (name: string) => {
      if (values[name] === undefined) throw new Error(`no value ${name} for ${key}`);
      return values[name];
    };
    const written = (value: string | number) =>
      typeof value === "number" ? value.toLocaleString("en") : value;
    return text
      .replace(
        /\{(\w+), plural, one \{([^}]*)\} other \{([^}]*)\}\}/g,
        (_all, name, one, other) => {
          const value = given(name);
          return (value === 1 ? one : other).replaceAll("#", written(value));
        },
      )
      .replace(/\{(\w+)(?:, number)?\}/g, (_all, name) => written(given(name)));
  };
}
