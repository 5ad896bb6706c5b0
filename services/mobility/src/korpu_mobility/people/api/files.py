"""The files of people: they hang in the restricted file, and each look at one stands in the access log."""

from korpu_mobility.files import files
from korpu_mobility.people.aggregate import people
from korpu_mobility.people.policies.documents import gives

files.hang(people, lambda person: person.attachments, may=gives)
