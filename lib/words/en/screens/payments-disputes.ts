import { texts } from "#lib/words/texts/texts.ts";

export const paymentsDisputes = texts("payments-disputes", {
  dispute_card_dispute_over_amounttext: "Dispute over {amountText}",
  dispute_card_inquiry:
    "{status, select, needs_response {Inquiry: needs your answer} other {Inquiry: with the bank}}",
  dispute_card_answer_providername: "Answer in {providerName}",
  deadlines_answer: "Answer by {deadline}. Without an answer you lose.",
  stake_bank_only_asks_so: "The bank only asks so far: nothing was taken.",
  stake_nothing_missing_your_balance: "Nothing of it is missing in your balance.",
  stake_taken: "{taken} left your balance.",
  stake_fee: "{providerName} charged {fees} for the dispute.",
  payment_line_opened:
    "Opened {relativeTime}, about the <payment>payment of {amount}</payment>{hasOrder, select, yes { for {order}} other {}}{hasPlace, select, yes { ({place})} other {}}.",
  payment_line_unknown: "Opened {relativeTime}, about a payment that Patchbay does not know.",
  dispute_ends_title: "If you win",
  dispute_ends_ends_here_nothing_taken: "It ends here. Nothing is taken from you.",
  dispute_ends_taken_comes_back: "{taken} comes back to your balance.",
  dispute_ends_if_becomes_dispute: "If it becomes a dispute",
  dispute_ends_if_you_lose: "If you lose",
  dispute_ends_bank_takes_amounttext_from:
    "The bank takes {amountText} from your balance, and {providerName} charges a fee for the dispute. You can still contest it then.",
  dispute_ends_guest_keeps: "The guest keeps {taken}, which has left your balance already.",
  fee_when_won_whether_providername_gives_back:
    "Whether {providerName} also gives back the {told} that it charged for the dispute depends on your agreement with it.",
  fee_when_lost_told_dispute_not_given:
    "What {providerName} charged for the dispute, {told}, does not come back either.",
  reasons_bank_could_not_take: "The bank could not take the payment",
  reasons_cheque_was_returned: "The cheque was returned",
  reasons_guest_says_that_refund: "The guest says that a refund was promised and did not come",
  reasons_guest_took_payment_back: "The guest took the payment back",
  reasons_guest_says_that_they: "The guest says that they did not allow the payment",
  reasons_guest_says_that_they_2: "The guest says that they were charged twice",
  reasons_cardholder_says_that_they: "The cardholder says that they did not make this payment",
  reasons_bank_gave_no_particular: "The bank gave no particular reason",
  reasons_account_details_were_wrong: "The account details were wrong",
  reasons_there_was_not_enough: "There was not enough money in the guest's account",
  reasons_bank_says_that_rules: "The bank says that rules of the card network were broken",
  reasons_guest_says_that_they_3: "The guest says that they did not get what they paid for",
  reasons_guest_says_that_something: "The guest says that something was wrong with what they got",
  reasons_guest_says_that_they_4: "The guest says that they had cancelled",
  reasons_guest_does_not_recognise: "The guest does not recognise the payment",
  dispute_reason_bank_gave_no_reason: "The bank gave no reason",
});
