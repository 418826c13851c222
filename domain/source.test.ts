import { expect, it } from "vitest";
import { sourceSchema } from "./source";

const web = (url: string) => {
  const { success, data, error } = sourceSchema.shape.url.safeParse(url);
  return success ? data : error.issues.map((issue) => "params" in issue && issue.params);
};

it("takes web addresses without a password, and of one that was redacted leaves none", () => {
  expect(web("https://t.me/s/a_channel")).toBe("https://t.me/s/a_channel");
  expect(web("")).toBe("");
  expect(web("[handle]")).toBe("");
  expect(web("[handle]ürkiye/status/1115234536")).toBe("");
  for (const wrong of ["[handle] and more", "javascript:alert(1)", "https://a:b@example.org/"])
    expect(web(wrong)).toEqual([{ code: "source.not_a_web_address" }]);
});
