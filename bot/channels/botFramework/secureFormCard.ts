import type { Attachment } from 'botbuilder';
import { type SecureForm, submittedItemKind } from '../../../services/contract/secureForm.ts';

const contentType = 'application/vnd.microsoft.card.adaptive';

/**
 * A secure form as an Adaptive Card 1.5 whose input is masked. The card cannot seal: what is typed travels to the bot
 * as the channel carries it, and is sealed at the edge.
 */
export function secureFormCard({ authenticationRequest, item, words }: SecureForm): Attachment {
  const { id, attempt } = authenticationRequest;
  return {
    contentType,
    content: {
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      type: 'AdaptiveCard',
      version: '1.5',
      body: [
        { type: 'TextBlock', text: words.title, weight: 'Bolder', wrap: true },
        {
          type: 'Input.Text',
          id: 'value',
          style: 'Password',
          label: words.label,
          maxLength: 64,
          isRequired: true,
          errorMessage: words.problems.empty ?? words.label,
        },
        { type: 'TextBlock', text: words.hint, isSubtle: true, size: 'Small', wrap: true },
      ],
      actions: [
        {
          type: 'Action.Submit',
          title: words.submit,
          data: { thawline: submittedItemKind, authenticationRequest: id, item, attempt },
        },
      ],
    },
  };
}
