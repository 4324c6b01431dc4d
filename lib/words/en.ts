import { accountMailWords } from "./en/account-mails.ts";
import { appWords } from "./en/apps.ts";
import { attempts } from "./en/attempts.ts";
import { attentionWords } from "./en/attention.ts";
import { automationWords } from "./en/automations.ts";
import { connectWords } from "./en/connect.ts";
import { differenceWords } from "./en/differences.ts";
import { driftWords } from "./en/drift.ts";
import { fileWords } from "./en/files.ts";
import { general } from "./en/general.ts";
import { mappingWords } from "./en/mapping.ts";
import { noticeWords } from "./en/notices.ts";
import { paymentWords } from "./en/payments.ts";
import { problemWords } from "./en/problems.ts";
import { recipeWords } from "./en/recipes.ts";
import { screenWords } from "./screen-text.ts";

/** All of Patchbay's own messages in English, in ICU MessageFormat. What an app alone says stands with the app. */
export const en = {
  ...general,
  ...attempts,
  ...appWords,
  ...noticeWords,
  ...accountMailWords,
  ...connectWords,
  ...mappingWords,
  ...automationWords,
  ...attentionWords,
  ...driftWords,
  ...differenceWords,
  ...recipeWords,
  ...fileWords,
  ...paymentWords,
  ...problemWords,
  ...screenWords,
};
