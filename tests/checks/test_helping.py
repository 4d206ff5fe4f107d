"""Help told among the needs by who acts and what is had (X04), each way of telling it with near misses."""

from __future__ import annotations

import pytest

from ehcp_audit.checks.helping import tells_help


@pytest.mark.parametrize(
    "text",
    [
        "Miss Lowe fetches him from the gate and they water the tomatoes.",  # somebody acts
        "He cannot keep his place, so someone moves a ruler down the page for him.",
        "The inclusion team from Fern School have been in to model signing.",
        "Her tutor accepts a drawing and never presses her to speak.",
        "We have been using photographs since Easter.",
        "Mrs Hart, who runs the office, lets him post the letters.",
        "He is being taught to type by the specialist teacher.",  # it is done
        "Her sheets are copied on to blue paper.",
        "She has been given a tray of her own.",
        "He's been moved to the calm room for mornings.",
        "He is on a reduced timetable.",  # a thing is had
        "She joins Mrs Bell's chess group on Fridays.",
        "He would gain from a small language group.",
        "She benefits from now-and-next boards.",
        "He is allowed to eat in the library.",
        "She checks in with the pastoral lead.",
        "A timer keeps him going for five minutes.",  # a thing acts
        "There is a chewy for her by the door.",
        "The lift key is kept in the office for him.",
        "A block of therapy starts after Christmas.",
        "ELSA x1 weekly for worries.",  # a dose is noted
        "HLTA 3x20 mins.",
        "It is important that he is told of fire drills.",
        "Symbols are used at tidy-up time, and this should go on.",
        "He requires overlearning and chunking in all subjects.",  # a way of teaching
        "Pre-teaching of the week's words would make a difference.",
        "Squared paper and a line guide are helpful.",
        "Adult support needed on the climbing frame.",
        "Since October Noor has been on Spell Well with Mr Abel.",  # a programme by its name
        "Works through Steps in Sound each Thursday.",
        "She leaves assembly five minutes early.",  # other hours
        "Homework has been halved for now.",
        "French was swapped for cookery.",
        "She sits at the front, beside the assistant.",
        "His desk has been moved out of the draught.",  # places kept, things put up
        "A peg away from the crowd is kept for him.",
        "The sums are taped to his desk with a laminated number line.",
        "All her readers are enlarged by the office.",  # done by an office, one to one, with a helper
        "He is watched one to one in the yard.",
        "For maths she is taught with Year 1.",
        "Sounds are practised with the nursery nurse.",
        "New words are pre-taught.",
        "The hall has been darkened for her.",
        "The room is rearranged so that she can turn her chair.",
        "Her classmates are taught to face her.",
        "A risk plan is followed by all.",
        "The school bought a walking frame last spring.",  # in the past, and still so
        "An assistant was appointed in May.",
        "Mentoring began in November.",
        "People are to give her time.",  # others are to
        "A play leader would need to be found.",
        "He will need an adult to set out the cubes.",
        "Staff know to offer her the bowl first.",
        "He fears dogs, which is why someone walks beside him on trips.",
        "He wears a microphone that his teachers pass on.",  # of a thing, who sees to it
        "The cooking group that meets each Monday has drawn her in.",
        "Every adult who meets him uses the same sign.",
        "She has ten minutes with Miss Ames at the start.",  # with a helper
        "He eats his lunch in the annexe with a TA.",
        "He has a mentor.",
        "She can go to the snug whenever she wants.",
        "To continue with small-group teaching.",  # notes
        "Working with the youth worker on his temper.",
        "Lego club on Mondays with the TA.",
        "Extra adult on swimming days.",
        "Listening: short talks, movement breaks, few voices.",
        "She draws with the fat crayons that are put out for her.",
        "When cross he goes to the Oak Room, where Miss Lyle sits with him.",
        "There needs to be a quiet area for her.",
        "Her key person is teaching her to wait.",
        "Stories are read to him at the door.",
        "She receives daily phonics at her own level.",
        "Her day is cut to four hours.",
        "He is exempt from assemblies.",
        "What helps is a quiet word from the caretaker.",
        "It was agreed in May that she would have a locker.",
        "He gets one-to-one in every lesson.",  # a known form of help, whatever the modal
        "She is due to be lent a tablet.",
        "She is to be granted rest breaks.",
        "He is free to leave the room with a card.",
        "He is entitled to a reader.",
        "She will be needing a sloping desk.",
        "He could do with a scribe.",
        "He will need opportunities with peers.",
        "It would be good for him to have a quiet place to eat.",
        "Mentoring could boost her confidence.",
        "Teaching in a small group may remedy this.",
        "Questions put to him ought to be closed ones.",  # how it is to be said to the child
        "The classroom should be calm and uncluttered.",
        "Physio exercises carried out by the LSA each noon.",  # notes of who does it
        "Toilet visits prompted by an adult hourly.",
        "She stands next to an assistant, who signs the story to her.",
        "The therapist's plan has been followed since Easter.",
        "A line guide and a slope are helpful to him.",
        "All are to face her and not cover their mouths.",
    ],
)
def test_help_that_others_give_or_that_the_child_has_is_told(text):
    assert tells_help(text)


@pytest.mark.parametrize(
    "text",
    [
        "He cannot start without an adult prompting him.",
        "She needs things said twice before she understands.",
        "He depends on adults to dress him.",
        "She reads only with an adult beside her, who has to point.",
        "Unless staff use his name he does not turn.",
        "When an assistant gives her a choice she pushes both away.",
        "His teachers find that he is calmer after lunch.",
        "The class teacher has seen her cry.",
        "The school counted 11 episodes in June, each lasting about 20 minutes.",
        "He was assessed by the educational psychologist in May.",
        "Her mother reads to her every night.",
        "He is supported at home by his sister.",
        "A sticker chart was tried and changed nothing.",
        "He was given a timer but threw it.",
        "She has a laptop and types no faster than she writes.",
        "He takes medicine each morning.",
        "With her hearing aids in she hears speech at a metre.",
        "He thinks that teachers pick on him.",
        "She lets adults help her with nothing.",
        "Adults often misread his silence.",
        "He gets upset when a task is changed.",
        "Worksheets with more than six lines are pushed away.",
        "He has a group of friends.",
        "He uses his left hand only.",
        "The class moves on before she has finished.",
        "Changing rooms takes up to ten minutes with two adults.",
        "There are daily quarrels with his brother.",
        "A member of staff was hurt when he kicked out.",
        "School to him is a place of fear.",
        "He has a full-time LSA and even so is out of the room for half of the lesson.",
        "He plays the keyboard.",
        "He starts promptly and needs a prompt at every third stage of a task.",
        "She stands for five minutes and needs one adult to help her from chair to toilet.",
        "She needs to be out of her chair twice in the day.",
        "She goes to a chess club on Fridays.",
        "She attends swimming lessons each week.",
        "He goes to Beavers group on Mondays.",
        "She needs lots of repetition to learn a rhyme.",
        "He will need an adult to dress him.",
        "She has maths with the class and follows a third of it.",
        "He has a row with the class teacher about twice a week.",
        "He has a social worker.",
        "A pattern is essential to him.",
        "Praise makes him squirm.",
        "Prompts are needed to begin and to end.",
        "His humour is useful to him.",
        "He is watched by others for his noises.",
        "She is on the waiting list for a scan.",
        "He is on Ritalin Retard in the mornings.",
        "He goes home at three with a headache.",
        "He arrives after the rest because mornings are long.",
        "She sits at the back with her hood up.",
        "His coat is on the floor by his peg.",
        "The stammering began in October.",
        "The school bought in a puppet show and he screamed.",
        "The audiologist fitted hearing aids when he was three.",
        "Because of her asthma she misses swimming.",
        "Now that she is in Year 5 she is aware of the gap.",
        "His shouting, which is why others keep away, is worst at noon.",
        "Each partner he has been given has asked to move.",
        "She gets taken out by her friends.",
        "Noor has to be told twice by her teacher.",
        "She needs daily insulin.",
        "Shares attention with an adult for a minute.",
        "A paper cut can end her morning.",
        "Lessons after lunch are lost to her.",
        "Hides from staff on Fridays.",
        "Fears: lifts, hoists, school trips.",
        "Educational psychologist: secure, sociable, settles in within five minutes.",
        "He cries in the hall, where nobody sees him.",
        "He has had two blocks of speech therapy and drops word endings.",
        "He gets one-to-one attention from nobody and seeks it by shouting.",
        "She talks freely one to one and is silent in a group.",
        "She is free of seizures.",
        "He is entitled, he says, to win.",
        "She will be needing the toilet and not say so.",
        "It would be good for her to have friends.",
        "His speech ought to be clear by this age.",
        "The room has to be silent for him to start.",
        "Hit by another child in May, he has been wary since.",
        "He shouts at his teacher, who sends him out.",
        "She hides from her assistant, who finds her in the cloakroom.",
        "He has given his bus pass to another student.",
        "She cannot ask to leave, report pain or take part in spoken tests.",
    ],
)
def test_what_is_noticed_or_needed_or_fails_tells_no_help(text):
    assert not tells_help(text)


def test_a_long_run_of_words_is_read_in_no_time():
    assert not tells_help("he and " * 400)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Before each maths lesson an assistant spends 15 minutes taking her through the shapes.", True),
        ("Before each lesson Mrs Roe spends a quarter of an hour talking her through the words.", True),
        ("For writing, an assistant kneels by his table and re-reads each instruction.", True),
        ("In assembly Mr Dunn crouches next to her and taps the beat on her arm.", True),
        ("Whenever the bell goes, an assistant slips in to steer her to the next room.", True),
        ("Staff spend ten minutes calming him after each break.", False),
        ("Teachers spend much of the lesson calling his name.", False),
        ("When an assistant kneels by his table he hides his work.", False),
        ("For writing, he kneels at the table and presses so hard that the paper tears.", False),
        ("His sister kneels by his bed and reads to him each night.", False),
    ],
)
def test_time_that_staff_spend_and_how_they_get_near(text, told):
    assert tells_help(text) is told
