/** Case names as WDE administrators know them: first and last name, else the party, then what kind of interaction. */
export const WINDOW_TITLE =
  '($Contact.FirstName$ $Contact.LastName$|$Interaction.MainParty$) - $Interaction.Type$ - $Window.Title$';
