import { TextForms } from '../../../services/notifications/textForm.ts';
import { CountryProfiles } from '../../../services/profiles/countryProfiles.ts';
import { type ProfileSettings, usualProfiles } from '../../../services/profiles/profileSettings.ts';

/** How texts are written where a sender can be answered, or cannot. */
export const textForms = (settings: ProfileSettings = usualProfiles, repliesCome = true) =>
  new TextForms({ profiles: new CountryProfiles(settings), repliesCome });

/** A made-up number of each profile's country, of ranges that no operator gives out where there are such. */
export const numbers = {
  cn: '+8613800138000',
  hk: '+85251234567',
  tw: '+886912345678',
  sg: '+6581234567',
  other: '+12025550173',
} as const;

/** The form of texts to a number without rules of its own, as most of the demo bank's are. */
export const usualForm = textForms().of(numbers.other);
