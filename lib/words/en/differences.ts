/** What the provider and the ledger say differently: `difference_` and the code of the row. */
export const differenceWords = {
  difference_movement_unknown:
    "The provider lists a kind of movement that Patchbay does not know ({subject}). It counts in the balance, but its purpose is not known.",
  difference_movement_does_not_add_up:
    "The parts of a movement do not add up to what it changed the balance by ({subject}).",
  difference_movement_changed: "The provider has changed a movement that is booked already ({subject}).",
  difference_account_of_another_merchant: "The account's movements are booked for another merchant.",
  difference_balance_differs: "The provider's balance in {subject} differs from the ledger's.",
  difference_movement_not_at_provider:
    "The ledger has a movement that the provider does not know ({subject}).",
  difference_movement_missing: "A movement was missing in the ledger, and was booked late ({subject}).",
  difference_movement_unreadable: "The provider lists a movement that cannot be read ({subject}).",
  difference_payout_differs: "The items of a payout do not add up to its amount ({subject}).",
  difference_fee_differs: "The platform's fee for a payment is not the one that was set ({subject}).",
  difference_platform_fee_differs:
    "At the provider, the platform's fee for a payment is not the one that was set, or more of it was given back ({subject}).",
  difference_fee_missing: "The platform's fee for a payment is missing at the provider ({subject}).",
  difference_seal_broken: "The ledger of a closed day has changed since it was closed ({subject}).",
};
