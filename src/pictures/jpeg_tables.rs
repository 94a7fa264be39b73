//! The tables that ITU-T T.81 (JPEG) proposes in its annex K, and the order in which it writes the frequencies of a block.

/// The codes of a table: how many there are of each length from 1 bit on, and what they stand for.
pub(super) struct Codes {
    pub lengths: [u8; 16],
    pub values: &'static [u8],
}

/// How coarse each frequency of brightness is at half quality, then of colour: rows from the top.
pub(super) const QUANTA: [[u8; 64]; 2] = [
    [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69,
        56, 14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81,
        104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ],
    [
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99,
        99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    ],
];

/// The first frequency of a block, of brightness and of colour.
pub(super) const FIRST: [Codes; 2] = [
    Codes {
        lengths: [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
        values: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    },
    Codes {
        lengths: [0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
        values: &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    },
];

/// All others.
pub(super) const OTHERS: [Codes; 2] = [
    Codes {
        lengths: [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125],
        values: &with_the_rest([
            1, 2, 3, 0, 4, 17, 5, 18, 33, 49, 65, 6, 19, 81, 97, 7, 34, 113, 20, 50, 129, 145, 161,
            8, 35, 66, 177, 193, 21, 82, 209, 240, 36, 51, 98, 114, 130,
        ]),
    },
    Codes {
        lengths: [0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119],
        values: &with_the_rest([
            0, 1, 2, 3, 17, 4, 5, 33, 49, 6, 18, 65, 81, 7, 97, 113, 19, 34, 50, 129, 8, 20, 66,
            145, 161, 177, 193, 9, 35, 51, 82, 240, 21, 98, 114, 209, 10, 22, 36, 52, 225, 37, 241,
        ]),
    },
];

/// After those with codes of their own length, all that are left from the least on: how many zeros, of 16, with a size of 1 to 10
/// bits; a block that ends; sixteen zeros.
const fn with_the_rest<const N: usize>(first: [u8; N]) -> [u8; 162] {
    let mut values = [0; 162];
    let mut is_given = [false; 256];
    let mut count = 0;
    while count < N {
        values[count] = first[count];
        is_given[first[count] as usize] = true;
        count += 1;
    }
    let mut value = 0;
    while value < 256 {
        if matches!(value & 15, 1..=10) && !is_given[value] {
            values[count] = value as u8;
            count += 1;
        }
        value += 1;
    }
    values
}

/// The places in a block in the order of their frequencies.
pub(super) const ZIGZAG: [usize; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];
