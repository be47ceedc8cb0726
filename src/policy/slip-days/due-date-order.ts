/** Charges homeworks in the order given: one that needs more days than are left is rejected and charges nothing. */
export function dueDateAcceptance(daysLate: readonly number[], budget: number): readonly boolean[] {
  let left = budget;
  return daysLate.map((days) => {
    if (days > left) return false;
    left -= days;
    return true;
  });
}
