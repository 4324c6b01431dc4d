import { describe, expect, test } from "vitest";
import { render } from "#lib/words/render.ts";
import type { AccountState } from "./account.ts";
import { describeRequirements, listRequirements, summarise } from "./account.ts";

const fine: AccountState = {
  id: "acct_1",
  label: "Trattoria Ana",
  mode: "test",
  canTakePayments: true,
  canBePaidOut: true,
  needs: [],
  problems: [],
  neededBy: null,
  isUnderReview: false,
  refusedFor: null,
};

/** What is told of it, in English. */
function told(state: Parameters<typeof describeRequirements>[0]): string {
  const requirements = describeRequirements(state);
  return requirements ? render(requirements) : "nothing";
}

describe("what an account lacks", () => {
  test("is nothing where it takes payments and Stripe asks for nothing", () => {
    expect(describeRequirements(fine)).toBeUndefined();
    expect(describeRequirements({ ...fine, canBePaidOut: false })).toBeUndefined();
    expect(render(summarise({ ...fine, canBePaidOut: false }))).toContain("does not pay them out");
  });

  test("names what Stripe needs, until when, and what was wrong with what it got", () => {
    const requirements = told({
      ...fine,
      canTakePayments: false,
      needs: listRequirements(["identity.individual.given_name", "identity.individual.date_of_birth.day"]),
      problems: ["The document has expired."],
      neededBy: "2026-06-03T00:00:00.000Z",
    });
    expect(requirements).toContain("cannot take payments yet");
    expect(requirements).toContain("your name and your date of birth by 3 June 2026");
    expect(requirements).toContain("The document has expired.");
  });

  test("says that payments still work while there is time", () => {
    expect(told({ ...fine, needs: listRequirements(["identity.individual.address.city"]) })).toMatch(
      /^Payments work, but Stripe needs your address/,
    );
  });

  test("is only patience while Stripe looks at it", () => {
    const requirements = told({ ...fine, canTakePayments: false, isUnderReview: true });
    expect(requirements).toContain("nothing for you to do");
  });

  test("is told where Stripe has refused for good, whatever else it asks for", () => {
    const state = {
      ...fine,
      canTakePayments: false,
      refusedFor: "rejected_listed",
      needs: listRequirements(["identity.individual.surname"]),
    };
    expect(told(state)).toContain("rejected_listed");
  });

  test("is never empty where payments do not work", () => {
    expect(told({ ...fine, canTakePayments: false })).toMatch(/cannot take card payments yet/);
  });
});

test("what Stripe needs is told once for all of its parts, and in its own name where there is no word for it", () => {
  const needs = listRequirements([
    "identity.individual.date_of_birth.day",
    "identity.individual.date_of_birth.month",
    "identity.individual.date_of_birth.year",
    "identity.business_details.id_numbers.us_ein",
    "relationship.representative",
    "person_123.relationship.title",
    "external_account",
    "something.new.tax_form",
  ]);
  expect(needs.map((need) => render(need))).toEqual([
    "your date of birth",
    "the registration or tax number of the business",
    "who owns and runs the business",
    "details of someone who owns or runs the business",
    "the bank account that your money is paid out to",
    "“new tax form”",
  ]);
  expect(needs[0]?.params.requirements).toBe(
    "identity.individual.date_of_birth.day identity.individual.date_of_birth.month identity.individual.date_of_birth.year",
  );
});

test("what a row keeps of it are codes and Stripe's own names, and no phrase of ours", () => {
  const needs = listRequirements(["identity.individual.documents.primary_verification", "external_account"]);
  const requirements = describeRequirements({ ...fine, canTakePayments: false, needs });
  expect(JSON.stringify(requirements?.params)).toContain(
    "identity.individual.documents.primary_verification",
  );
  expect(JSON.stringify(requirements?.params)).not.toMatch(/passport|bank account/);
  expect(requirements && render(requirements)).toContain(
    "a copy of your passport or identity card and the bank account that your money is paid out to",
  );
});

test("a row of before, which has the phrases themselves, is read as it was", () => {
  const needs = 'list:and:["your name","your date of birth"]';
  expect(render({ code: "stripe.lacks_now", params: { needs, until: null, problems: null } })).toBe(
    "It cannot take payments yet: Stripe still needs your name and your date of birth. Run “Account status” for the page on which to give it.",
  );
});
