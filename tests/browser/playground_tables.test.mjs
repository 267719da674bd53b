// A reader's own points, from tables as people and programs write them, and what is said of those
// that cannot be read.
import assert from "node:assert/strict";
import { test } from "node:test";

import { pointsFromCsv } from "../../docs/javascripts/play/csv.js";

test("reads tables as spreadsheets write them", () => {
  const points = [
    [1, 2.5, 0],
    [-3, 0.004, 1],
    [0, 1000, 0],
  ];
  for (const table of [
    "1,2.5,blue\n-3,0.004,red\n0,1e3,blue",
    "a,b,kind\r\n1,2.5,blue\r\n-3,4e-3,red\r\n0,1000,blue\r\n",
    '\uFEFF"kind";a;b\nblue;1;2,5\nred;-3;0,004\n\nblue;0;1000\n',
    "1\t2,5\tblue\n-3\t0.004\tred\n0\t1000\tblue",
    '\uFEFF"a, or so","b\n2","kind"\n"1","2.5"," blue"\n -3 , .004,"red"\n+0,1000,blue',
  ]) {
    const found = pointsFromCsv(table);
    assert.equal(found.error, undefined);
    assert.deepEqual(
      [found.points, found.classes, found.standardize],
      [points, ["blue", "red"], true],
    );
    assert.match(found.notes.at(-1), /standardized/);
  }
});

test("takes numbers for classes in their order, and the last column for the class", () => {
  const found = pointsFromCsv("1,2,10\n3,4,9\n5,6,-1");
  assert.deepEqual(found.classes, ["-1", "9", "10"]);
  assert.deepEqual(found.points, [
    [1, 2, 2],
    [3, 4, 1],
    [5, 6, 0],
  ]);
  assert.equal(found.standardize, false);
  assert.deepEqual(found.notes, ["The classes are 0 for “-1”, 1 for “9”, 2 for “10”."]);
});

test("takes the first 500 rows, and six digits, and says so", () => {
  const { points, notes } = pointsFromCsv(
    Array.from({ length: 812 }, (_, at) => `${at / 700},0,${at % 2}`).join("\n"),
  );
  assert.equal(points.length, 500);
  assert.deepEqual(notes, [
    "Of 812 rows, the first 500 are taken.",
    "Of each number, six digits are kept.",
  ]);
});

for (const [table, error] of [
  ["", /^Line 1: there is nothing/],
  ["1,2,red\n\n1,2\n3,4,blue", /^Line 3: 2 columns\. Write three/],
  ["1 2 red\n3 4 blue", /^Line 1: 1 column\. /],
  ["a,b,c", /^Line 1: .* no number, nor is /],
  ["1,2,red\n3,x,blue\n", /^Line 2: “x” is no number, nor is “blue”/],
  ["1,2,red\n3,4,blue\n5,x,red", /^Line 3: “x” is no number\. Write one such as 1\.5/],
  ["1,2,red\n3,4,blue\n5,,red", /^Line 3: a number is missing/],
  ["1,2,red\n3,4,blue\n5,6,", /^Line 3: no class/],
  ["1,2,red\n3,2e6,blue", /^Line 2: 2e6 is farther from 0 than a million/],
  ["1,2,a\n3,4,b\n5,6,c\n7,8,d\n9,0,e", /^Line 5: “e” is one class too many/],
  ["1,2,red\n3,4,red", /^Line 1: “red”, as in all other lines/],
  ['1,2,red\n3,"4,blue\n5,6,red', /^Line 2: a quote is opened and never closed/],
  ['1,2,"red"s\n3,4,blue', /^Line 1: “s” follows a closing quote/],
  ["1,2,red\0", /^This is no text/],
  ["1".repeat(2_000_000), /^This is too much/],
  ["1,Infinity,0\n2,3,1", /^Line 1: “Infinity” is no number/],
]) {
  test(`says of a table what is wrong: ${error}`, () => {
    assert.match(pointsFromCsv(table).error, error);
  });
}
