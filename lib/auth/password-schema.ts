import type { z } from "zod";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { shortText } from "#lib/text-schema.ts";

const minLength = 10;
const maxLength = 200;

/** A password that someone types to prove who they are: any that was ever taken. */
export const typedPassword = shortText(maxLength).min(1, saidParam(say("field_own_password")));

/** A password that someone chooses. */
export const newPassword = shortText(
  maxLength,
  saidParam(say("password_too_long", { max: String(maxLength) })),
).superRefine((password, context) => {
  const weakness = weaknessOfPassword(password);
  if (weakness) context.addIssue({ code: "custom", message: saidParam(weakness) });
});

/** What people choose most, by the letters that are left when figures and signs around them are taken away. */
const common = new Set(
  (
    "password passwort contrasena motdepasse parola wachtwoord senha haslo passw qwerty qwertyuiop qwertz qwertzuiop " +
    "azerty azertyuiop asdfghjkl zxcvbnm qazwsx qazwsxedc iloveyou iloveu letmein letmeinnow welcome willkommen " +
    "bienvenue bienvenido admin administrator root user guest test tester testing login signin secret changeme " +
    "default temporary master monkey dragon football baseball basketball soccer superman batman princess sunshine " +
    "shadow michael charlie jordan jennifer ashley daniel jessica thomas freedom whatever trustno starwars pokemon " +
    "computer internet samsung google facebook hello hallo hola bonjour ciao summer winter spring autumn sommer " +
    "january february march april june july august september october november december monday friday liverpool " +
    "chelsea arsenal barcelona juventus restaurant restaurante ristorante pizzeria pizza trattoria kitchen kaffee " +
    "coffee patchbay mypassword thepassword newpassword yourpassword abc abcd " +
    "abcdef abcabc qwe qweqwe asd asdasd asdf asdfasdf loveme lovely flower cheese chocolate cookie banana"
  ).split(" "),
);

const rows = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
];
const lookalikes: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
};

/**
 * Why a password would be guessed early; undefined when it shows no sign of that.
 * @param about what an attacker knows of the person: email address, names
 */
export function weaknessOfPassword(password: string, about: readonly string[] = []): Message | undefined {
  const text = password.normalize("NFKC").toLowerCase();
  // What cannot be seen is easily lost, and a row of spaces is no secret.
  const characters = [...text.replace(/[\s\p{C}]/gu, "")];
  if ([...text].length < minLength) return say("password_too_short", { min: String(minLength) });
  if (characters.length < minLength / 2) return say("password_of_spaces");
  if (new Set(characters).size < 4 || /^(.{1,8}?)\1+.?$/su.test(characters.join(""))) {
    return say("password_repeats");
  }
  if (isMostlyRow(characters)) return say("password_row");
  if (isAboutPerson(text, about)) return say("password_of_person");
  if (isCommon(text)) return say("password_common");
  return undefined;
}

/** Such as 1234567890, qwertyuiop or 9876543210abc: most characters follow on the one before, either way. */
function isMostlyRow(characters: readonly string[]): boolean {
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  const backwards = (pair: string) => [...pair].reverse().join("");
  const inRow = pairs.filter((pair) =>
    rows.some((row) => row.includes(pair) || row.includes(backwards(pair))),
  );
  return inRow.length >= (characters.length * 2) / 3;
}

/** The address, its parts or a name, with nothing but a few characters around. */
function isAboutPerson(text: string, about: readonly string[]): boolean {
  const plain = lettersAndFigures(text);
  return about
    .flatMap((value) => [value, ...value.split(/[@\s]+/)])
    .map((value) => lettersAndFigures(value.normalize("NFKC").toLowerCase()))
    .some((value) => value.length >= 4 && plain.includes(value) && plain.length - value.length < 5);
}

/** A common word with figures and signs around it, written with look-alikes (`P@ssw0rd123`), or twice. */
function isCommon(text: string): boolean {
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const spelled = [...core].map((character) => lookUp(lookalikes, character) ?? character).join("");
  return [core, spelled].some((variant) => {
    const letters = variant.replace(/[^\p{L}]/gu, "");
    const half = letters.slice(0, letters.length / 2);
    return common.has(letters) || (common.has(half) && letters === half + half);
  });
}

function lettersAndFigures(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** Adds to a schema of a form that its new password is not made of what is known about the person. */
export function refusePersonalPassword(
  value: { password: string },
  about: readonly string[],
  context: z.core.$RefinementCtx,
): void {
  // What is weak on its own was said beside its field.
  if (weaknessOfPassword(value.password)) return;
  const weakness = weaknessOfPassword(value.password, about);
  if (weakness) context.addIssue({ code: "custom", path: ["password"], message: saidParam(weakness) });
}
