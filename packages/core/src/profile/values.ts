/** Values that Plumbline knows by name. A profile may state any others. */
export const knownValues = [
  {
    id: 'customer-intimacy',
    title: 'Customer intimacy',
    statement: 'We know our customers, and they can always reach one of us.',
  },
  {
    id: 'community-focus',
    title: 'Community focus',
    statement: 'We are part of this place and speak of what happens here.',
  },
  {
    id: 'quality-craftsmanship',
    title: 'Quality craftsmanship',
    statement: 'What leaves our hands has been looked at by somebody who knows.',
  },
  {
    id: 'employee-empowerment',
    title: 'Employee empowerment',
    statement: 'Machines prepare; our people decide.',
  },
  { id: 'agility', title: 'Agility and efficiency', statement: 'We answer quickly and waste nobody’s time.' },
] as const;
