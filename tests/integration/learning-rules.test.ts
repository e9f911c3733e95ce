import { tellsOfLearning } from '../fixtures/learning.ts'

tellsOfLearning('none')
