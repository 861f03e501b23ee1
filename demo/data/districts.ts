import type { District } from '../../src/domain/practitioners/distance.js';

/**
 * London's postcode districts as `code latitude longitude name`: the middle of each, read off a map to about half a
 * kilometre, which is as exact as "near E8" is meant.
 */
const TABLE = `
E1 51.517 -0.060 Whitechapel
E2 51.529 -0.061 Bethnal Green
E3 51.529 -0.024 Bow
E4 51.623 -0.004 Chingford
E5 51.560 -0.053 Clapton
E6 51.527 0.055 East Ham
E7 51.547 0.027 Forest Gate
E8 51.545 -0.063 Hackney
E9 51.545 -0.043 Homerton
E10 51.568 -0.013 Leyton
E11 51.568 0.012 Leytonstone
E12 51.551 0.051 Manor Park
E13 51.527 0.027 Plaistow
E14 51.508 -0.019 Canary Wharf
E15 51.539 0.004 Stratford
E16 51.511 0.026 Docklands
E17 51.586 -0.018 Walthamstow
E18 51.592 0.026 South Woodford
E20 51.544 -0.010 Olympic Park
EC1 51.524 -0.102 Clerkenwell
EC2 51.519 -0.087 Moorgate
EC3 51.513 -0.079 Aldgate
EC4 51.514 -0.098 St Paul’s
N1 51.537 -0.099 Islington
N1C 51.536 -0.125 King’s Cross
N2 51.589 -0.168 East Finchley
N3 51.601 -0.193 Finchley
N4 51.571 -0.104 Finsbury Park
N5 51.553 -0.098 Highbury
N6 51.572 -0.142 Highgate
N7 51.554 -0.117 Holloway
N8 51.583 -0.116 Crouch End
N10 51.595 -0.146 Muswell Hill
N12 51.614 -0.177 North Finchley
N13 51.620 -0.103 Palmers Green
N15 51.583 -0.081 South Tottenham
N16 51.562 -0.076 Stoke Newington
N17 51.597 -0.067 Tottenham
N19 51.565 -0.130 Archway
N22 51.601 -0.111 Wood Green
NW1 51.534 -0.144 Camden
NW2 51.561 -0.217 Cricklewood
NW3 51.554 -0.173 Hampstead
NW4 51.588 -0.223 Hendon
NW5 51.553 -0.143 Kentish Town
NW6 51.541 -0.197 West Hampstead
NW8 51.531 -0.173 St John’s Wood
NW10 51.540 -0.252 Willesden
NW11 51.577 -0.196 Golders Green
SE1 51.498 -0.089 Bermondsey
SE3 51.469 0.020 Blackheath
SE4 51.460 -0.036 Brockley
SE5 51.474 -0.091 Camberwell
SE6 51.436 -0.018 Catford
SE7 51.484 0.036 Charlton
SE8 51.480 -0.028 Deptford
SE9 51.447 0.053 Eltham
SE10 51.482 0.003 Greenwich
SE11 51.490 -0.110 Kennington
SE12 51.443 0.021 Lee
SE13 51.457 -0.011 Lewisham
SE14 51.475 -0.041 New Cross
SE15 51.473 -0.064 Peckham
SE16 51.497 -0.051 Rotherhithe
SE17 51.488 -0.093 Walworth
SE18 51.484 0.073 Woolwich
SE19 51.418 -0.084 Crystal Palace
SE20 51.411 -0.058 Penge
SE21 51.440 -0.089 Dulwich
SE22 51.454 -0.071 East Dulwich
SE23 51.443 -0.049 Forest Hill
SE24 51.453 -0.099 Herne Hill
SE26 51.427 -0.054 Sydenham
SE27 51.431 -0.103 West Norwood
SW1 51.498 -0.138 Westminster
SW2 51.449 -0.121 Brixton
SW3 51.490 -0.166 Chelsea
SW4 51.461 -0.139 Clapham
SW5 51.490 -0.189 Earl’s Court
SW6 51.477 -0.201 Fulham
SW7 51.495 -0.175 South Kensington
SW8 51.476 -0.131 Stockwell
SW9 51.470 -0.112 Brixton North
SW10 51.482 -0.183 West Brompton
SW11 51.465 -0.163 Battersea
SW12 51.445 -0.149 Balham
SW13 51.476 -0.247 Barnes
SW14 51.465 -0.265 Mortlake
SW15 51.449 -0.232 Putney
SW16 51.422 -0.131 Streatham
SW17 51.431 -0.164 Tooting
SW18 51.452 -0.192 Wandsworth
SW19 51.424 -0.207 Wimbledon
SW20 51.409 -0.230 Raynes Park
W1 51.516 -0.147 West End
W1U 51.519 -0.154 Marylebone
W2 51.515 -0.180 Paddington
W3 51.512 -0.266 Acton
W4 51.488 -0.264 Chiswick
W5 51.514 -0.301 Ealing
W6 51.493 -0.229 Hammersmith
W7 51.511 -0.335 Hanwell
W8 51.501 -0.193 Kensington
W9 51.526 -0.191 Maida Vale
W10 51.522 -0.213 North Kensington
W11 51.513 -0.206 Notting Hill
W12 51.508 -0.234 Shepherd’s Bush
W13 51.513 -0.319 West Ealing
W14 51.495 -0.210 West Kensington
WC1 51.523 -0.122 Bloomsbury
WC2 51.513 -0.123 Covent Garden
`;

/** London's postcode districts by their outward code. */
export const londonDistricts: Readonly<Record<string, District>> = Object.fromEntries(
  TABLE.trim()
    .split('\n')
    .map((row): [string, District] => {
      const [code = '', latitude, longitude, ...name] = row.split(' ');
      return [code, { latitude: Number(latitude), longitude: Number(longitude), name: name.join(' ') }];
    }),
);
