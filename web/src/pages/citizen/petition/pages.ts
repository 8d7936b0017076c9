// The pages of complaints and suggestions, each read when it is opened.
export const list = async () => (await import('./petitions')).Petitions;
export const form = async () => (await import('./petition_form')).PetitionFormPage;
export const sent = async () => (await import('./petition_sent')).PetitionSentPage;
export const lookUp = async () => (await import('./petition_look_up')).PetitionLookUp;
export const one = async () => (await import('./petition_page')).PetitionPage;
